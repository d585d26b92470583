package gov.tianmu.web.api;

import gov.tianmu.engine.submission.CheckCase;
import gov.tianmu.engine.submission.PrintForm;
import gov.tianmu.engine.submission.ReadReceipt;
import gov.tianmu.engine.submission.Receipt;
import gov.tianmu.engine.submission.SubmitCase;
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
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Handing a case in: the check before, the receipt and the printed form after. */
@Path("cases/{number}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "cases")
public class SubmissionResource {

    @Inject
    private CurrentActor current;

    @Inject
    private CheckCase checkCase;

    @Inject
    private SubmitCase submitCase;

    @Inject
    private ReadReceipt readReceipt;

    @Inject
    private PrintForm printForm;

    @Inject
    private Replies replies;

    @Inject
    private Writes writes;

    /** Why warnings should not count. */
    @Schema(name = "Reasons")
    public record Reasons(
            @Schema(description = "By the warning's field", examples = "{\"leader-birth\": \"…\"}")
                    Map<String, String> reasons,
            @Schema(description = "For all warnings") String reason) {}

    /** Everything a submission would object to. */
    @Schema(name = "Check")
    public record Check(@Schema(description = "Whether only warnings are left") boolean passes, List<ViolationView> violations) {}

    /** What the applicant holds after handing in. */
    @Schema(name = "Receipt")
    public record ReceiptJson(
            String number,
            String mark,
            String title,
            String orgName,
            @Schema(description = "1 for the first submission, more after corrections") int round,
            @Schema(description = "The instant that counts") OffsetDateTime submittedAt,
            int documents,
            @Schema(description = "By which it can be shown later what was handed in") String answersSha256) {

        static ReceiptJson of(Receipt receipt) {
            return new ReceiptJson(
                    receipt.number(),
                    receipt.mark(),
                    receipt.title(),
                    receipt.orgName(),
                    receipt.round(),
                    CallJson.time(receipt.submittedAt()),
                    receipt.documents(),
                    receipt.answersSha256());
        }
    }

    @GET
    @Path("check")
    @Operation(summary = "Everything a submission would object to now")
    @APIResponseSchema(Check.class)
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
    public Response check(@PathParam("number") String number) {
        return replies.of(checkCase.check(current.get(), number), violations -> {
            List<ViolationView> views = ViolationView.of(violations, replies.locale());
            return new Check(views.stream().noneMatch(v -> v.severity().equals("error")), views);
        });
    }

    @POST
    @Path("submission")
    @Operation(
            summary = "Hand the case in, for the first time or after corrections",
            description = "A warning passes with a stated reason. 422 with violations otherwise. If-Match is optional.")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = Reasons.class)))
    @APIResponseSchema(value = ReceiptJson.class, responseCode = "201")
    @APIResponse(responseCode = "409", ref = "#/components/responses/Problem")
    @APIResponse(responseCode = "422", ref = "#/components/responses/Problem")
    @Consumes(MediaType.WILDCARD)
    public Response submit(@PathParam("number") String number, @HeaderParam("If-Match") String ifMatch)
            throws Exception {
        return writes.created(
                actor -> submitCase.submit(actor, number, IfMatch.of(ifMatch), reasons()),
                ReceiptJson::of,
                receipt -> Map.of("Location", "/api/v1/cases/" + number + "/receipt"));
    }

    private Map<String, String> reasons() {
        JsonBody body = writes.json();
        Map<String, String> reasons = new LinkedHashMap<>(body.texts("reasons"));
        body.optionalText("reason").ifPresent(reason -> reasons.put("*", reason));
        return reasons;
    }

    @GET
    @Path("receipt")
    @Operation(summary = "The receipt of the last submission")
    @APIResponseSchema(ReceiptJson.class)
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
    public Response receipt(@PathParam("number") String number) {
        return replies.of(readReceipt.read(current.get(), number), ReceiptJson::of);
    }

    @GET
    @Path("form.pdf")
    @Produces({"application/pdf", MediaType.APPLICATION_JSON})
    @Operation(summary = "The filled form, A4, as the notice prints it")
    @APIResponse(responseCode = "200", content = @Content(mediaType = "application/pdf"))
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
    public Response form(@PathParam("number") String number) throws IOException {
        Outcome<PrintForm.PrintedForm> printed = printForm.print(current.get(), number);
        if (printed instanceof Outcome.Refused<PrintForm.PrintedForm> refused) {
            return replies.problem(refused.refusal());
        }
        PrintForm.PrintedForm form = printed.result().orElseThrow();
        return Response.ok(form.pdf(), "application/pdf")
                .header("Content-Disposition", Disposition.of("inline", form.fileName()))
                .build();
    }
}
