package gov.tianmu.web.signin;

import jakarta.servlet.http.HttpServletRequest;

/** The portal's address as people reach it: {@code PORTAL_PUBLIC_URL}, else as the request names it. */
final class PublicAddress {

    private PublicAddress() {}

    static String of(HttpServletRequest request) {
        String configured = System.getenv("PORTAL_PUBLIC_URL");
        if (configured != null && !configured.isBlank()) {
            return configured.endsWith("/") ? configured.substring(0, configured.length() - 1) : configured;
        }
        String url = request.getRequestURL().toString();
        return url.substring(0, url.length() - request.getRequestURI().length());
    }
}
