package gov.tianmu.web.signin;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * Refuses a write that comes by cookie without the session's {@link CsrfToken}: a foreign page can make a browser send
 * the cookie, but not the header. A caller with a bearer token shows a secret of its own and is exempt; one who is not
 * signed in has nothing to abuse and is refused by the use case.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class CsrfFilter implements ContainerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    private CurrentActor current;

    @Inject
    private CsrfToken token;

    @Override
    public void filter(ContainerRequestContext request) {
        if (READING.contains(request.getMethod())
                || request.getHeaderString(HttpHeaders.AUTHORIZATION) != null
                || current.find().isEmpty()
                || token.matches(request.getHeaderString(CsrfToken.HEADER))) {
            return;
        }
        request.abortWith(Response.status(Response.Status.FORBIDDEN)
                .type(Problem.MEDIA_TYPE)
                .entity(Problem.json(
                        Response.Status.FORBIDDEN.getStatusCode(), "csrf", "The " + CsrfToken.HEADER + " header is missing or old"))
                .build());
    }
}
