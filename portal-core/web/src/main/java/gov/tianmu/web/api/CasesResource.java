package gov.tianmu.web.api;

import gov.tianmu.engine.casefile.BeginCase;
import gov.tianmu.engine.casefile.CaseStage;
import gov.tianmu.engine.casefile.ListOwnCases;
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
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
}
