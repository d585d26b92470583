package gov.tianmu.web.api;

import gov.tianmu.engine.casefile.CaseSummary;
import gov.tianmu.engine.casefile.GiveUpCase;
import gov.tianmu.engine.casefile.ReadCase;
import gov.tianmu.engine.document.content.UploadSettings;
import gov.tianmu.web.signin.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One case. */
@Path("cases/{number}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "cases")
public class CaseResource {

    @Inject
    private CurrentActor current;

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

    @GET
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
    @Path("form")
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
    @Path("timeline")
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
    @Operation(summary = "Give up a draft, or withdraw a case that is not yet public")
    @APIResponseSchema(CaseJson.class)
    @APIResponse(responseCode = "409", ref = "#/components/responses/Problem")
    public Response giveUp(@PathParam("number") String number, @HeaderParam("If-Match") String ifMatch)
            throws Exception {
        return withdraw(number, ifMatch);
    }

    @POST
    @Path("withdrawal")
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
