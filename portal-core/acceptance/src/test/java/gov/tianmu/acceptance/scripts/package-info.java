/** What the scripts make for people, tried without a portal. */
package gov.tianmu.acceptance.scripts;
