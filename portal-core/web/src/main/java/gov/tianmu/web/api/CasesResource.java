package gov.tianmu.web.api;

import gov.tianmu.engine.casefile.BeginCase;
import gov.tianmu.engine.casefile.CaseStage;
import gov.tianmu.engine.casefile.CaseSummary;
import gov.tianmu.engine.casefile.GiveUpCase;
import gov.tianmu.engine.casefile.ListOwnCases;
import gov.tianmu.engine.casefile.ReadCase;
import gov.tianmu.engine.document.content.UploadSettings;
import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.review.CaseQueue;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.Refusal.Kind;
import gov.tianmu.web.signin.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Cases: an applicant's own, or the officers' queue. */
@Path("cases")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "cases")
public class CasesResource {

    @Inject
    private CurrentActor current;

    @Inject
    private BeginCase beginCase;

    @Inject
    private ListOwnCases ownCases;

    @Inject
    private CaseQueue queue;

    @Inject
    private ReadCase readCase;

    @Inject
    private GiveUpCase giveUpCase;

    @Inject
    private UploadSettings uploads;

    @Inject
    private Replies replies;

    @Inject
    private Writes writes;

    /** What a case begins with. */
    public record NewCase(@Schema(examples = "2023-26-recognition") String call) {}

    /** How lists of cases look. */
    public record ListOfCases(long total, List<CaseJson> items) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Begin an application to a call", description = "Answers 201 with Location and ETag.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NewCase.class)))
    @APIResponseSchema(value = CaseJson.class, responseCode = "201")
    @APIResponse(responseCode = "409", ref = "#/components/responses/Problem")
    public Response begin() throws Exception {
        Locale locale = replies.locale();
        return writes.created(
                actor -> beginCase.begin(actor, writes.json().text("call")),
                file -> CaseJson.of(file, locale),
                file -> Map.of(
                        "Location", "/api/v1/cases/" + file.number(), "ETag", IfMatch.tag(file.version())));
    }

    @GET
    @Operation(
            summary = "An applicant's own cases, or the officers' queue over all programs",
            description = "The filters and the order are the queue's.")
    @APIResponseSchema(ListOfCases.class)
    public Response list(
            @QueryParam("program") @DefaultValue("") String program,
            @QueryParam("call") @DefaultValue("") String call,
            @QueryParam("stage") @Parameter(description = "May be repeated") List<String> stages,
            @QueryParam("q") @DefaultValue("") @Parameter(description = "In number, title and unit") String words,
            @QueryParam("order") @DefaultValue("waiting") @Parameter(description = "waiting, newest or number")
                    String order,
            @BeanParam Paging paging) {
        Actor actor = current.get();
        Locale locale = replies.locale();
        if (!actor.hasAnyOf(Role.OFFICER, Role.LEADER)) {
            return replies.of(ownCases.list(actor, paging.request()).map(c -> CaseJson.of(c, locale)));
        }
        CaseQueue.Filter filter = new CaseQueue.Filter(program, call, stages(stages), words, order(order));
        return replies.of(queue.list(actor, filter, paging.request()).map(c -> CaseJson.of(c, locale)));
    }

    private static Set<CaseStage> stages(List<String> codes) {
        Set<CaseStage> stages = EnumSet.noneOf(CaseStage.class);
        for (String code : codes) {
            stages.add(Arrays.stream(CaseStage.values())
                    .filter(s -> s.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> unknown("stage", CaseStage.values())));
        }
        return stages;
    }

    private static CaseQueue.Order order(String code) {
        return Arrays.stream(CaseQueue.Order.values())
                .filter(o -> o.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst()
                .orElseThrow(() -> unknown("order", CaseQueue.Order.values()));
    }

    private static RequestRefusedException unknown(String name, Enum<?>[] known) {
        String list = Arrays.stream(known)
                .map(k -> k.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return RequestRefusedException.because(Refusal.of(Kind.MALFORMED, "api.parameter", name, list));
    }

    @GET
    @Path("{number}")
    @Operation(summary = "A case with its answers", description = "The ETag is what edits name in If-Match.")
    @APIResponseSchema(CaseJson.class)
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
    public Response read(@PathParam("number") String number) {
        return replies.of(
                readCase.read(current.get(), number),
                content -> CaseJson.whole(content, replies.locale()),
                content -> content.summary().version());
    }

    @GET
    @Path("{number}/form")
    @Operation(summary = "The form the case began with; it stays when the call's form changes")
    @APIResponseSchema(FormJson.class)
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
    public Response form(@PathParam("number") String number) {
        return replies.of(
                readCase.read(current.get(), number),
                content -> FormJson.of(
                        content.definition(), content.definitionHash(), uploads.maxBytes(), replies.locale()));
    }

    /** One line of a case's history. */
    @Schema(name = "TimelineEntry")
    public record TimelineJson(
            OffsetDateTime at,
            @Schema(description = "Stable", examples = "case.submitted") String what,
            String person,
            @Schema(description = "What was said with it") String words) {}

    /** How a history looks. */
    public record Timeline(long total, List<TimelineJson> items) {}

    @GET
    @Path("{number}/timeline")
    @Operation(summary = "What has happened to the case, oldest first")
    @APIResponseSchema(Timeline.class)
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
    public Response timeline(@PathParam("number") String number) {
        return replies.of(readCase.timeline(current.get(), number), entries -> {
            List<TimelineJson> lines = entries.stream()
                    .map(e -> new TimelineJson(CallJson.time(e.at()), e.what(), e.person(), e.words()))
                    .toList();
            return new Timeline(lines.size(), lines);
        });
    }

    @DELETE
    @Path("{number}")
    @Operation(summary = "Give up a draft, or withdraw a case that is not yet public")
    @APIResponseSchema(CaseJson.class)
    @APIResponse(responseCode = "409", ref = "#/components/responses/Problem")
    public Response giveUp(@PathParam("number") String number, @HeaderParam("If-Match") String ifMatch)
            throws Exception {
        return withdraw(number, ifMatch);
    }

    @POST
    @Path("{number}/withdrawal")
    @Operation(summary = "The same as DELETE, for callers that prefer a step of the procedure to read as one")
    @APIResponseSchema(CaseJson.class)
    @APIResponse(responseCode = "409", ref = "#/components/responses/Problem")
    public Response withdraw(@PathParam("number") String number, @HeaderParam("If-Match") String ifMatch)
            throws Exception {
        Locale locale = replies.locale();
        return writes.ok(
                actor -> giveUpCase.giveUp(actor, number, IfMatch.of(ifMatch)),
                file -> CaseJson.of(file, locale),
                CaseSummary::version);
    }
}
