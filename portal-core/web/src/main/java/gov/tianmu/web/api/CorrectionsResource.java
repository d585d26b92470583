package gov.tianmu.web.api;

import gov.tianmu.engine.casefile.CaseSummary;
import gov.tianmu.engine.review.Correction;
import gov.tianmu.engine.review.RequestCorrections;
import gov.tianmu.engine.review.ReviewCase;
import gov.tianmu.web.signin.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Corrections: pinned by an officer, sent with the case's return, mended by the applicant, confirmed. */
@Path("cases/{number}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "bureau")
public class CorrectionsResource {

    @Inject
    private CurrentActor current;

    @Inject
    private ReviewCase reviewCase;

    @Inject
    private RequestCorrections requestCorrections;

    @Inject
    private Replies replies;

    @Inject
    private Writes writes;

    /** What is to be mended. */
    public record NewCorrection(
            @Schema(
                            description = "A field id, table[ROW].column, table[ROW], a table, document:REQUIREMENT or"
                                    + " document:REQUIREMENT[ROW]",
                            examples = "team[r1].resident-id")
                    String target,
            @Schema(description = "In the officer's words") String request) {}

    /** Until when. */
    public record Return(@Schema(description = "The last day for mending, until its end") LocalDate due) {}

    /** A correction. */
    @Schema(name = "Correction")
    public record CorrectionJson(
            String id,
            @Schema(description = "The number of its pin on the case") int ordinal,
            @Schema(description = "After which submission it was asked for") int round,
            String target,
            String request,
            @Schema(enumeration = {"draft", "sent", "mended", "confirmed"}) String state,
            OffsetDateTime dueAt) {

        static CorrectionJson of(Correction correction) {
            return new CorrectionJson(
                    correction.getId(),
                    correction.getOrdinal(),
                    correction.getRound(),
                    correction.getTarget(),
                    correction.getRequest(),
                    correction.getState().code(),
                    CallJson.time(correction.getDueAt().orElse(null)));
        }
    }

    /** How lists of corrections look. */
    public record ListOfCorrections(long total, List<CorrectionJson> items) {}

    @GET
    @Path("corrections")
    @Operation(summary = "The corrections asked of a case; the applicant sees those that were sent")
    @APIResponseSchema(ListOfCorrections.class)
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
    @Tag(name = "cases")
    public Response list(@PathParam("number") String number) {
        return replies.of(reviewCase.corrections(current.get(), number), corrections -> {
            List<CorrectionJson> items =
                    corrections.stream().map(CorrectionJson::of).toList();
            return new ListOfCorrections(items.size(), items);
        });
    }

    @POST
    @Path("corrections")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Pin a request to an answer or a document; the applicant sees nothing of it yet",
            description = "A second request to the same target takes the place of the first.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NewCorrection.class)))
    @APIResponseSchema(value = CorrectionJson.class, responseCode = "201")
    @APIResponse(responseCode = "422", ref = "#/components/responses/Problem")
    public Response pin(@PathParam("number") String number) throws Exception {
        JsonBody body = writes.json();
        return writes.created(
                actor -> requestCorrections.pin(actor, number, body.text("target"), body.text("request")),
                CorrectionJson::of,
                c -> Map.of("Location", "/api/v1/cases/" + number + "/corrections/" + c.getId()));
    }

    @DELETE
    @Path("corrections/{id}")
    @Operation(summary = "Take a pin off that was not sent")
    @APIResponse(responseCode = "204", description = "Done")
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
    public Response unpin(@PathParam("number") String number, @PathParam("id") String id) throws Exception {
        return writes.done(actor -> requestCorrections.unpin(actor, number, id));
    }

    @POST
    @Path("corrections/{id}/confirmation")
    @Operation(summary = "What the applicant mended is good now")
    @APIResponseSchema(CorrectionJson.class)
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
    public Response confirm(@PathParam("number") String number, @PathParam("id") String id) throws Exception {
        return writes.ok(actor -> requestCorrections.confirm(actor, number, id), CorrectionJson::of);
    }

    @POST
    @Path("return")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Return the case with all its pins (退回补正)")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Return.class)))
    @APIResponseSchema(CaseJson.class)
    @APIResponse(responseCode = "409", ref = "#/components/responses/Problem")
    @APIResponse(responseCode = "422", ref = "#/components/responses/Problem")
    public Response returnCase(@PathParam("number") String number, @HeaderParam("If-Match") String ifMatch)
            throws Exception {
        Locale locale = replies.locale();
        LocalDate due = writes.json().day("due");
        return writes.ok(
                actor -> requestCorrections.returnCase(actor, number, IfMatch.of(ifMatch), due),
                file -> CaseJson.of(file, locale),
                CaseSummary::version);
    }
}
