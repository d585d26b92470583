/** Portals that run for the tests, started through the scripts as a person would start them. */
package gov.tianmu.acceptance.running;
