package gov.tianmu.web.api;

import gov.tianmu.engine.casefile.CaseSummary;
import gov.tianmu.engine.publicity.PreparePublicity;
import gov.tianmu.engine.review.DecideAcceptance;
import gov.tianmu.engine.review.ReviewCase;
import gov.tianmu.engine.usecase.Refusal;
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

/** What an officer does with a case that was handed in, one address for each step. */
@Path("cases/{number}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "bureau")
public class DecisionsResource {

    @Inject
    private CurrentActor current;

    @Inject
    private DecideAcceptance decideAcceptance;

    @Inject
    private PreparePublicity preparePublicity;

    @Inject
    private ReviewCase reviewCase;

    @Inject
    private Replies replies;

    @Inject
    private Writes writes;

    /** Why. */
    public record Reason(@Schema(description = "Told to the applicant") String reason) {}

    /** The committee's opinion. */
    public record OpinionJson(boolean favourable, String words) {}

    /** An answer that differs between two submissions. */
    @Schema(name = "Change")
    public record ChangeJson(String target, String before, String after) {}

    /** How changes look. */
    public record ListOfChanges(
            long total,
            List<ChangeJson> items,
            @Schema(description = "The reasons stated for warnings at the last submission, by field")
                    Map<String, String> reasons) {}

    @POST
    @Path("acceptance")
    @Operation(summary = "Accept the case for review (受理)")
    @APIResponseSchema(CaseJson.class)
    @APIResponse(responseCode = "409", ref = "#/components/responses/Problem")
    public Response accept(@PathParam("number") String number, @HeaderParam("If-Match") String ifMatch)
            throws Exception {
        Locale locale = replies.locale();
        return writes.ok(
                actor -> decideAcceptance.accept(actor, number, IfMatch.of(ifMatch)),
                file -> CaseJson.of(file, locale),
                CaseSummary::version);
    }

    @POST
    @Path("decline")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Decline the case (不予受理)")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Reason.class)))
    @APIResponseSchema(CaseJson.class)
    @APIResponse(responseCode = "409", ref = "#/components/responses/Problem")
    public Response decline(@PathParam("number") String number, @HeaderParam("If-Match") String ifMatch)
            throws Exception {
        Locale locale = replies.locale();
        String reason = writes.json().optionalText("reason").orElse("");
        return writes.ok(
                actor -> decideAcceptance.decline(actor, number, IfMatch.of(ifMatch), reason),
                file -> CaseJson.of(file, locale),
                CaseSummary::version);
    }

    @POST
    @Path("opinion")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Record the committee's opinion; an unfavourable one ends the case")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = OpinionJson.class)))
    @APIResponseSchema(CaseJson.class)
    @APIResponse(responseCode = "409", ref = "#/components/responses/Problem")
    public Response opinion(@PathParam("number") String number, @HeaderParam("If-Match") String ifMatch)
            throws Exception {
        Locale locale = replies.locale();
        JsonBody body = writes.json();
        boolean favourable = body.yes("favourable");
        String words = body.optionalText("words").orElse("");
        return writes.ok(
                actor -> decideAcceptance.recordOpinion(actor, number, IfMatch.of(ifMatch), favourable, words),
                file -> CaseJson.of(file, locale),
                CaseSummary::version);
    }

    @GET
    @Path("opinion")
    @Operation(summary = "The committee's opinion")
    @APIResponseSchema(OpinionJson.class)
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
    public Response readOpinion(@PathParam("number") String number) {
        return decideAcceptance
                .opinionOn(current.get(), number)
                .map(o -> replies.of(new OpinionJson(o.isFavourable(), o.getWords())))
                .orElseGet(() -> replies.problem(Refusal.notFound()));
    }

    @POST
    @Path("listing")
    @Operation(summary = "Put the case on its call's draft list")
    @APIResponseSchema(PublicityJson.class)
    @APIResponse(responseCode = "409", ref = "#/components/responses/Problem")
    public Response list(@PathParam("number") String number) throws Exception {
        Locale locale = replies.locale();
        return writes.ok(
                actor -> preparePublicity.add(actor, number), list -> PublicityJson.forBureau(list, locale));
    }

    @GET
    @Path("changes")
    @Operation(summary = "What changed between the last two submissions; personal answers masked")
    @APIResponseSchema(ListOfChanges.class)
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
    public Response changes(@PathParam("number") String number) {
        return replies.of(
                reviewCase
                        .changes(current.get(), number)
                        .flatMap(changes -> reviewCase
                                .statedReasons(current.get(), number)
                                .map(reasons -> new ListOfChanges(
                                        changes.size(),
                                        changes.stream()
                                                .map(c -> new ChangeJson(c.target(), c.before(), c.after()))
                                                .toList(),
                                        reasons))),
                view -> view);
    }
}
