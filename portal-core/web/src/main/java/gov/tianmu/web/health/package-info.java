/** Whether the portal can do its work, for whoever operates it: {@code /health/live}, {@code /health/ready}. */
package gov.tianmu.web.health;
