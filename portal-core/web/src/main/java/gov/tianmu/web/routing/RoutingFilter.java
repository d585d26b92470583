package gov.tianmu.web.routing;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Leads an address of the portal to the page behind it. Pages themselves ({@code .xhtml}) have no address: who asks for
 * one is told that there is nothing. Declared in web.xml, after the filters that know who asks.
 */
public class RoutingFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** The {@link Route} a forwarded request came by. */
    public static final String ROUTE = "gov.tianmu.route";

    @Inject
    private transient RouteTable table;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getServletPath();
        if (request.getPathInfo() != null) {
            path += request.getPathInfo();
        }
        Optional<RouteTable.Match> match = table.find(path);
        if (match.isPresent()) {
            request.setAttribute(ROUTE, match.get().route());
            request.getRequestDispatcher(match.get().target()).forward(request, response);
        } else if (path.endsWith(".xhtml") && !path.startsWith("/jakarta.faces.resource/")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }
}
