package gov.tianmu.web.signin;

import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Organisation;
import gov.tianmu.engine.identity.Role;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * {@code GET /api/v1/me}: who the caller is to the portal, and the CSRF token of a session by cookie (a script that
 * was signed out and in again fetches the new one here). 401 when nobody is signed in.
 */
@Path("v1/me")
public class WhoAmI {

    @Inject
    private CurrentActor current;

    @Inject
    private CsrfToken csrf;

    @Context
    private HttpServletRequest request;

    /**
     * The caller.
     *
     * @param account account name in the realm
     * @param name how the person is called
     * @param roles lower-case role names
     * @param organisation whom the account acts for; left out when nobody
     * @param csrfToken for the {@code X-CSRF-Token} header; left out for a caller with a bearer token
     */
    public record Me(String account, String name, List<String> roles, Organisation organisation, String csrfToken) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response me() {
        Actor actor = current.get();
        if (!actor.isSignedIn()) {
            int status = Response.Status.UNAUTHORIZED.getStatusCode();
            return Response.status(status)
                    .type(Problem.MEDIA_TYPE)
                    .entity(Problem.json(status, "not-signed-in", "Nobody is signed in (any more)"))
                    .build();
        }
        boolean bearer = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        List<String> roles = actor.roles().stream().map(Role::claim).sorted().toList();
        return Response.ok(new Me(
                        actor.account(),
                        actor.name(),
                        roles,
                        actor.organisation().orElse(null),
                        bearer ? null : csrf.getToken()))
                .build();
    }
}
