package gov.tianmu.web.signin;

import gov.tianmu.engine.identity.Actor;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Stands before everything. Personal pages are for the signed-in: who is not goes to {@link SignIn} (a script gets 401
 * instead, never a login page), and an account without any role gets a page that says so. A bearer token that does not
 * hold is told so with 401. A session gets a new id when its owner first comes back signed in, so that an id known from
 * before is worth nothing. What an actor may do is for the use cases to say, not for this gate.
 */
public class Gate extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final List<String> PERSONAL = List.of("/my", "/desk", "/panel", "/admin");
    private static final String OWNER = "gov.tianmu.session-owner";

    @Inject
    private transient CurrentActor current;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isBearer(request)) {
            if (!bearerHolds(request, response)) {
                return;
            }
            chain.doFilter(request, response);
            return;
        }
        if (request.getUserPrincipal() != null) {
            renewSession(request);
        }
        if (isPersonal(request)) {
            response.setHeader("Cache-Control", "no-store");
            Actor actor = current.get();
            if (!actor.isSignedIn()) {
                turnAway(request, response);
                return;
            }
            if (actor.roles().isEmpty()) {
                response.setStatus(HttpServletResponse.SC_FORBIDDEN);
                request.getRequestDispatcher("/pages/signin/no-role.xhtml").forward(request, response);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static boolean isBearer(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        return authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, "Bearer ".length());
    }

    private static boolean bearerHolds(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (request.getUserPrincipal() != null) {
            return true;
        }
        Problem.write(
                response, HttpServletResponse.SC_UNAUTHORIZED, "token-refused", "The bearer token is not valid (any more)");
        return false;
    }

    private static void renewSession(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        String owner = request.getUserPrincipal().getName();
        if (session == null || owner.equals(session.getAttribute(OWNER))) {
            return;
        }
        if (session.getAttribute(OWNER) == null) {
            request.changeSessionId();
        } else {
            // Somebody else's leavings on the same machine.
            session.invalidate();
            session = request.getSession(true);
        }
        session.setAttribute(OWNER, owner);
    }

    private static boolean isPersonal(HttpServletRequest request) {
        return PERSONAL.stream().anyMatch(top -> AskedPath.isBelow(request, top));
    }

    private static void turnAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isScript(request)) {
            Problem.write(response, HttpServletResponse.SC_UNAUTHORIZED, "not-signed-in", "Nobody is signed in (any more)");
            return;
        }
        // After signing in a form that was being sent is shown again, not sent again.
        String query = request.getQueryString();
        String wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
        response.sendRedirect("/login?" + SignIn.TO + "=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
    }

    private static boolean isScript(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return "XMLHttpRequest".equals(request.getHeader("X-Requested-With"))
                || request.getHeader("Faces-Request") != null
                || "empty".equals(request.getHeader("Sec-Fetch-Dest"))
                || (accept != null && accept.contains("json") && !accept.contains("text/html"));
    }
}
