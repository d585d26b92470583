package gov.tianmu.web.signin;

import gov.tianmu.web.display.LocalAddress;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code GET /login?to=/path}: signs in with the district's single sign-on and goes on to a path of this portal. When
 * the single sign-on does not answer, a page of ours says so instead (503); public pages and running sessions go on.
 */
@WebServlet("/login")
public class SignIn extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** Where to go after signing in. */
    static final String TO = "to";

    @Inject
    private transient CurrentActor current;

    @Inject
    private transient IdentityProvider provider;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        if (current.find().isPresent()) {
            response.sendRedirect(LocalAddress.of(request.getParameter(TO)));
            return;
        }
        if (!provider.isAnswering()) {
            response.setHeader("Retry-After", "30");
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            request.getRequestDispatcher("/pages/signin/unavailable.xhtml").forward(request, response);
            return;
        }
        if (request.getUserPrincipal() != null) {
            // A cookie whose claims the server no longer has: it must go before the realm is asked again.
            request.logout();
        }
        if (request.authenticate(response) && !response.isCommitted()) {
            response.sendRedirect(LocalAddress.of(request.getParameter(TO)));
        }
    }
}
