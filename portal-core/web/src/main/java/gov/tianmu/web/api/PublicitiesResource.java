package gov.tianmu.web.api;

import gov.tianmu.engine.publicity.BrowsePublicities;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Proposed lists before the public. Drafts are at {@code lists}, for the bureau. */
@Path("publicities")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "public")
public class PublicitiesResource {

    @Inject
    private BrowsePublicities publicities;

    @Inject
    private Replies replies;

    /** How lists of lists look. */
    public record ListOfPublicities(long total, List<PublicityJson> items) {}

    @GET
    @Operation(summary = "The lists that are or were before the public, the running ones first")
    @APIResponseSchema(ListOfPublicities.class)
    public Response list(@BeanParam Paging paging) {
        return replies.open(
                publicities.list(paging.request()).map(p -> PublicityJson.brief(p, replies.locale())));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A list with its lines")
    @APIResponseSchema(PublicityJson.class)
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
    public Response read(@PathParam("id") String id) {
        return replies.open(publicities.read(id), p -> PublicityJson.open(p, replies.locale()));
    }
}
