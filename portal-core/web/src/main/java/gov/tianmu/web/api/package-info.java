/**
 * The portal for programs: REST under {@code /api/v1}, the same use cases as the pages. Public reading needs nothing;
 * everything else a bearer token of the district's realm, or a session with its CSRF token. Described at
 * {@code /openapi}.
 */
package gov.tianmu.web.api;
