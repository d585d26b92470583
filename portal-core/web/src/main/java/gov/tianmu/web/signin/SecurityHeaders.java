package gov.tianmu.web.signin;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Tells browsers to hold back. Everything comes from this portal; documents may be shown inside its own pages; nobody
 * else may frame it. Scripts: PrimeFaces sends a second policy with {@code script-src 'self' 'nonce-…'} along with each
 * page (a browser keeps to both), so pages say nothing about scripts here; whatever is no page allows none.
 */
public class SecurityHeaders extends HttpFilter {

    private static final long serialVersionUID = 1L;

    // Inline styles: PrimeFaces places overlays and widths by style attributes, which a nonce cannot cover.
    private static final String SOURCES = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
            + "font-src 'self' data:; object-src 'self'; frame-src 'self' blob:; base-uri 'self'; frame-ancestors 'self'";

    @Inject
    private transient IdentityProvider provider;

    private transient String pages;
    private transient String others;

    @Override
    public void init() {
        // Signing out is a form post that is led on to the realm.
        pages = SOURCES.replace("default-src 'self'", "default-src 'self'; script-src 'self' 'unsafe-inline'")
                + "; form-action 'self' " + provider.origin();
        others = SOURCES.replace("default-src 'self'", "default-src 'self'; script-src 'none'") + "; form-action 'none'";
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean api = AskedPath.isBelow(request, "/api");
        response.setHeader("Content-Security-Policy", api ? others : pages);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (api) {
            response.setHeader("Cache-Control", "no-store");
        }
        chain.doFilter(request, response);
    }
}
