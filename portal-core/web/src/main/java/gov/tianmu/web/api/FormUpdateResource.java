package gov.tianmu.web.api;

import gov.tianmu.engine.casefile.CaseSummary;
import gov.tianmu.engine.casefile.FormUpdate;
import gov.tianmu.engine.casefile.MoveDraft;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.web.signin.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A draft and the form in force. */
@Path("cases/{number}/form-update")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "cases")
public class FormUpdateResource {

    @Inject
    private CurrentActor current;

    @Inject
    private MoveDraft moveDraft;

    @Inject
    private Replies replies;

    @Inject
    private Writes writes;

    @GET
    @Operation(
            summary = "What the form in force has otherwise than the draft's, and what moving to it means",
            description = "Nothing is available for a draft that stands on the form in force, and for what is no draft.")
    @APIResponseSchema(FormUpdateJson.class)
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
    public Response look(@PathParam("number") String number) {
        Outcome<Optional<FormUpdate>> found = moveDraft.look(current.get(), number);
        return found.result()
                .flatMap(update -> update)
                .map(update -> replies.of(
                        Outcome.done(update),
                        shown -> FormUpdateJson.of(shown, replies.locale()),
                        FormUpdate::version))
                .orElseGet(() -> replies.of(found, none -> FormUpdateJson.NONE));
    }

    @POST
    @Operation(
            summary = "Move the draft to the form in force",
            description = "422 with violations when something does not fit; nothing changes then. If-Match is optional.")
    @APIResponseSchema(CaseJson.class)
    @APIResponse(responseCode = "409", ref = "#/components/responses/Problem")
    @APIResponse(responseCode = "412", ref = "#/components/responses/Problem")
    @APIResponse(responseCode = "422", ref = "#/components/responses/Problem")
    @Consumes(MediaType.WILDCARD)
    public Response move(@PathParam("number") String number, @HeaderParam("If-Match") String ifMatch)
            throws Exception {
        Locale locale = replies.locale();
        return writes.ok(
                actor -> moveDraft.move(actor, number, IfMatch.of(ifMatch)),
                file -> CaseJson.of(file, locale),
                CaseSummary::version);
    }
}
