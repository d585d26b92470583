package gov.tianmu.web.api;

import gov.tianmu.engine.document.content.UploadSettings;
import gov.tianmu.engine.notice.BrowseCalls;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Calls and the forms they ask for. */
@Path("calls/{call}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "public")
public class CallsResource {

    @Inject
    private BrowseCalls calls;

    @Inject
    private UploadSettings uploads;

    @Inject
    private Replies replies;

    @GET
    @Operation(summary = "A call: its window and where it stands now")
    @APIResponseSchema(CallJson.class)
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
    public Response read(@PathParam("call") String call) {
        return replies.open(calls.read(call), c -> CallJson.of(c, replies.locale()));
    }

    @GET
    @Path("form")
    @Operation(
            summary = "The form a new case would begin with",
            description = "Enough for a client that has never seen the form to fill it. 404 while the program's module"
                    + " is away.")
    @APIResponseSchema(FormJson.class)
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
    public Response form(@PathParam("call") String call) {
        return replies.open(
                calls.form(call),
                p -> FormJson.of(p.definition(), p.hash(), uploads.maxBytes(), replies.locale()));
    }
}
