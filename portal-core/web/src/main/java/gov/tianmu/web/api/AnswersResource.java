package gov.tianmu.web.api;

import gov.tianmu.engine.casefile.AnswersJson;
import gov.tianmu.engine.casefile.ReadCase;
import gov.tianmu.engine.casefile.SaveAnswers;
import gov.tianmu.web.signin.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The answers of a case. */
@Path("cases/{number}/answers")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "cases")
public class AnswersResource {

    @Inject
    private CurrentActor current;

    @Inject
    private ReadCase readCase;

    @Inject
    private SaveAnswers saveAnswers;

    @Inject
    private Replies replies;

    @Inject
    private Writes writes;

    /** What was saved, and what a submission would object to as far as single answers go. */
    @Schema(name = "SavedAnswers")
    public record Saved(
            @Schema(type = SchemaType.OBJECT) JsonObject answers,
            List<ViolationView> violations,
            OffsetDateTime savedAt) {}

    /** Which answer an officer needs in clear. */
    public record Wanted(@Schema(examples = "team[r1].resident-id") String field) {}

    /** An answer in clear. */
    public record Revealed(String field, String value) {}

    @GET
    @Operation(summary = "All answers; personal ones masked for the bureau")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
    public Response read(@PathParam("number") String number) {
        return replies.of(
                readCase.read(current.get(), number),
                content -> AnswersJson.write(content.answers()),
                content -> content.summary().version());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Put these answers in the place of all that were there",
            description = "An object from field id to answer. Unknown fields and values of another type are refused"
                    + " (422) and nothing is saved; what is merely not good enough yet is saved and told in violations."
                    + " If-Match is needed (428); 412 when the case has changed since.")
    @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponseSchema(Saved.class)
    @APIResponse(responseCode = "412", ref = "#/components/responses/Problem")
    @APIResponse(responseCode = "422", ref = "#/components/responses/Problem")
    @APIResponse(responseCode = "428", ref = "#/components/responses/Problem")
    public Response replace(@PathParam("number") String number, @HeaderParam("If-Match") String ifMatch)
            throws Exception {
        OptionalLong version = IfMatch.needed(ifMatch);
        Locale locale = replies.locale();
        return writes.ok(
                actor -> saveAnswers.replace(actor, number, version, answers()),
                saved -> view(saved, locale),
                saved -> saved.summary().version());
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(
            summary = "Change the named answers and leave the others",
            description = "Keys are field ids, or table[ROW].column for one cell; a row that is not there is begun;"
                    + " null takes an answer away, and table[ROW] with null a row. If-Match as with PUT.")
    @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponseSchema(Saved.class)
    @APIResponse(responseCode = "412", ref = "#/components/responses/Problem")
    @APIResponse(responseCode = "422", ref = "#/components/responses/Problem")
    @APIResponse(responseCode = "428", ref = "#/components/responses/Problem")
    public Response change(@PathParam("number") String number, @HeaderParam("If-Match") String ifMatch)
            throws Exception {
        OptionalLong version = IfMatch.needed(ifMatch);
        Locale locale = replies.locale();
        return writes.ok(
                actor -> saveAnswers.change(actor, number, version, answers()),
                saved -> view(saved, locale),
                saved -> saved.summary().version());
    }

    @POST
    @Path("reveal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Show an officer one personal answer in clear", description = "Each look is audited.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Wanted.class)))
    @APIResponseSchema(Revealed.class)
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
    @Tag(name = "bureau")
    public Response reveal(@PathParam("number") String number) throws Exception {
        String field = writes.json().text("field");
        return writes.ok(actor -> readCase.reveal(actor, number, field), value -> new Revealed(field, value));
    }

    /** The answers stand alone, or as {@code {"answers": {…}}}: no field may be called so. */
    private JsonObject answers() {
        JsonObject body = writes.json().object();
        return body.size() == 1 && body.get("answers") instanceof JsonObject answers ? answers : body;
    }

    private static Saved view(SaveAnswers.Saved saved, Locale locale) {
        return new Saved(
                AnswersJson.write(saved.answers()),
                ViolationView.of(saved.violations(), locale),
                CallJson.time(saved.savedAt()));
    }
}
