/** The walk of one case through the portal, in a real browser with the real Keycloak. */
package gov.tianmu.acceptance.walk;
