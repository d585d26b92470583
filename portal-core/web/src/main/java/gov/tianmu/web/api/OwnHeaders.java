package gov.tianmu.web.api;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/**
 * Lets an answer's own word on caching and on security replace what the portal says of every answer: the REST container
 * would add it beside, and two policies are the stricter of each.
 */
@Provider
public class OwnHeaders implements ContainerResponseFilter {

    private static final List<String> SAID_BEFORE =
            List.of("Cache-Control", "Content-Security-Policy", "X-Content-Type-Options");

    @Context
    private HttpServletResponse servletResponse;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        for (String name : SAID_BEFORE) {
            String own = response.getHeaderString(name);
            if (own != null) {
                response.getHeaders().remove(name);
                servletResponse.setHeader(name, own);
            }
        }
    }
}
