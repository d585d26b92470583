package gov.tianmu.web.page;

import gov.tianmu.web.display.Display;
import gov.tianmu.web.routing.Route;
import gov.tianmu.web.routing.RoutingFilter;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Says of every page in which language it is, gives public pages a weak entity tag (RFC 9110, 8.8.3) and answers 304 to
 * who has the page already. A signed-in person's copy carries their name, so only their own browser may keep it;
 * personal pages are kept by nobody. Stands inside the forward to the page, because a forward ends the response when it
 * returns.
 */
public class PageDelivery extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Display display;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Content-Language", display.getTag());
        boolean open = request.getAttribute(RoutingFilter.ROUTE) instanceof Route route && route.isOpen();
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!open || !reads) {
            response.setHeader("Cache-Control", "no-store");
            chain.doFilter(request, response);
            return;
        }
        BufferedPage page = new BufferedPage(response);
        chain.doFilter(request, page);
        if (page.isPassedOn()) {
            return;
        }
        byte[] content = page.content();
        if (page.getStatus() == HttpServletResponse.SC_OK) {
            String tag = "W/\"" + Fingerprint.of(content) + "\"";
            boolean visitor = request.getUserPrincipal() == null;
            response.setHeader("ETag", tag);
            response.setHeader("Cache-Control", (visitor ? "public" : "private") + ", max-age=0, must-revalidate");
            response.setHeader("Vary", "Cookie");
            if (isKnown(request.getHeader("If-None-Match"), tag)) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
        }
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private static boolean isKnown(String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        String opaque = tag.substring(2);
        for (String each : ifNoneMatch.split(",")) {
            String known = each.strip();
            if (known.equals("*") || (known.startsWith("W/") ? known.substring(2) : known).equals(opaque)) {
                return true;
            }
        }
        return false;
    }
}
