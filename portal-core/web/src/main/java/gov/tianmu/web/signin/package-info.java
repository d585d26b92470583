/**
 * Who asks: people through the district's single sign-on (OpenID Connect, a session cookie), programs with a bearer
 * token of the same realm. Everything that guards the portal's edge stands here too: the gate before personal pages,
 * the CSRF token of writes by cookie, the security headers.
 */
package gov.tianmu.web.signin;
