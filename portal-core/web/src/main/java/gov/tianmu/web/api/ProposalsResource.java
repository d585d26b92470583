package gov.tianmu.web.api;

import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.modules.ModuleRow;
import gov.tianmu.engine.modules.ModuleRuntime;
import gov.tianmu.engine.modules.console.ApplyProposal;
import gov.tianmu.engine.modules.console.DiscardProposal;
import gov.tianmu.engine.modules.console.ExamineProposal;
import gov.tianmu.engine.modules.console.ExaminedProposal;
import gov.tianmu.engine.modules.console.ProposalRow;
import gov.tianmu.engine.modules.console.ProposeModule;
import gov.tianmu.engine.modules.console.ReportGrade;
import gov.tianmu.engine.modules.console.UploadRefusal;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.web.signin.CurrentActor;
import gov.tianmu.web.upload.SentFile;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Uploaded modules: taken in, tried out, and started or thrown away when somebody has seen what was found. */
@Path("modules/proposals")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "admin")
public class ProposalsResource {

    private static final String JAR = "application/java-archive";

    /** Boundaries, field names and the like, beside the file itself. */
    private static final long ENVELOPE = 64 * 1024;

    @Inject
    private CurrentActor current;

    @Inject
    private ProposeModule proposeModule;

    @Inject
    private ExamineProposal examineProposal;

    @Inject
    private ApplyProposal applyProposal;

    @Inject
    private DiscardProposal discardProposal;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Replies replies;

    @Inject
    private Writes writes;

    /** How the list of open proposals looks. */
    public record ListOfProposals(long total, List<ProposalJson> items) {}

    /** What an upload carries. */
    public record JarForm(@Schema(type = SchemaType.STRING, format = "binary") String file) {}

    /** What was decided. */
    public record Application(
            @Schema(description = "The report's seen; needed with despiteCases") String seen,
            @Schema(description = "Start it although open cases do not fit its form") Boolean despiteCases) {}

    @GET
    @Operation(summary = "The uploads that wait for a decision, the latest first; some dozens at most")
    @APIResponseSchema(ListOfProposals.class)
    public Response list() throws Exception {
        List<ProposalJson> open = examineProposal.open(current.get()).stream()
                .map(proposal -> ProposalJson.of(proposal, replies.locale()))
                .toList();
        return replies.of(new ListOfProposals(open.size(), open));
    }

    @POST
    @Consumes({MediaType.MULTIPART_FORM_DATA, JAR})
    @Operation(
            summary = "Upload a module and have it tried out",
            description = "Nothing of it runs. The jar streams to the disk; an upload that breaks off leaves nothing."
                    + " 413 over 50 MB, 422 for a file that is no module; one with a faulty definition or signature is"
                    + " taken, with a report that says what is wrong.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.MULTIPART_FORM_DATA,
                        schema = @Schema(implementation = JarForm.class)),
                @Content(mediaType = JAR, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponseSchema(value = ProposalJson.class, responseCode = "201")
    @APIResponse(responseCode = "409", ref = "#/components/responses/Problem")
    @APIResponse(responseCode = "413", ref = "#/components/responses/Problem")
    @APIResponse(responseCode = "422", ref = "#/components/responses/Problem")
    public Response propose(
            @QueryParam("name") @Parameter(description = "What the file is called, where it is the whole body")
                    String name)
            throws Exception {
        if (request.getContentLengthLong() > ModuleRuntime.MAX_JAR_BYTES + ENVELOPE) {
            return replies.problem(UploadRefusal.tooLarge());
        }
        // The file is not part of the fingerprint: whoever repeats an upload means the same one.
        return writes.<ExaminedProposal>apart(
                new byte[0],
                (actor, also) -> receive(actor, name, also),
                // The language is asked only now: a parameter of the address costs the body, if it has not been read.
                examined -> writes.created(
                        ProposalJson.of(examined, replies.locale()),
                        Map.of("Location", "/api/v1/modules/proposals/"
                                + examined.proposal().id())));
    }

    private Outcome<ExaminedProposal> receive(Actor actor, String name, Consumer<ExaminedProposal> also)
            throws Exception {
        if (String.valueOf(request.getContentType()).startsWith(JAR)) {
            try (InputStream content = request.getInputStream()) {
                String called = name == null || name.isBlank() ? "module.jar" : name;
                return proposeModule.propose(actor, called, content, also);
            }
        }
        SentFile sent;
        try {
            sent = SentFile.of(request);
        } catch (FileUploadException malformed) {
            return Outcome.refused(Refusal.Kind.MALFORMED, "api.multipart");
        } catch (IOException cutOff) {
            return Outcome.refused(Refusal.Kind.MALFORMED, "module.upload.cut-off");
        }
        return sent.isThere()
                ? proposeModule.propose(actor, sent.name(), sent.content(), also)
                : Outcome.refused(Refusal.Kind.MALFORMED, "api.file-missing");
    }

    @GET
    @Path("{id}")
    @Operation(summary = "An upload, and what a dry run finds of it now while nobody has decided")
    @APIResponseSchema(ProposalJson.class)
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
    public Response read(
            @PathParam("id") String id,
            @QueryParam("download") @Parameter(description = "Present: to be saved as a file") String download)
            throws Exception {
        Locale locale = replies.locale();
        Outcome<ExaminedProposal> examined = examineProposal.examine(current.get(), id);
        Outcome<ProposalJson> shown = examined.isDone()
                ? examined.map(found -> ProposalJson.of(found, locale))
                : examineProposal.read(current.get(), id).map(row -> ProposalJson.of(row, locale));
        Response reply = replies.of(shown, view -> view);
        return download == null
                ? reply
                : Response.fromResponse(reply)
                        .header(HttpHeaders.CONTENT_DISPOSITION, Disposition.of("attachment", fileName(shown)))
                        .build();
    }

    private static String fileName(Outcome<ProposalJson> shown) {
        return shown.result()
                .map(view -> view.module() == null
                        ? view.fileName() + ".json"
                        : view.module() + "-" + view.version() + "-report.json")
                .orElse("report.json");
    }

    @POST
    @Path("{id}/application")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Start an uploaded module, in the place of the version in force",
            description = "It runs, or waits for its program, when this answers. With seen it is refused (409,"
                    + " module.report-worse) when a dry run now finds worse than that report; despiteCases needs it.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Application.class)))
    @APIResponseSchema(ModuleJson.class)
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
    @APIResponse(responseCode = "409", ref = "#/components/responses/Problem")
    @APIResponse(responseCode = "422", ref = "#/components/responses/Problem")
    public Response apply(@PathParam("id") String id) throws Exception {
        Locale locale = replies.locale();
        JsonBody body = writes.json();
        Optional<String> seen = body.optionalText("seen");
        Optional<ReportGrade> grade = seen.flatMap(ReportGrade::read);
        if (seen.isPresent() && grade.isEmpty()) {
            return replies.problem(Refusal.of(Refusal.Kind.MALFORMED, "module.seen"));
        }
        ApplyProposal.Decision decision = new ApplyProposal.Decision(grade, body.perhaps("despiteCases"));
        return writes.<ModuleRow>okApart(
                (actor, also) -> applyProposal.apply(actor, id, decision, also),
                module -> ModuleJson.of(module, locale));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Throw an uploaded module away")
    @APIResponse(responseCode = "204", description = "Done")
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
    @APIResponse(responseCode = "409", ref = "#/components/responses/Problem")
    public Response discard(@PathParam("id") String id) throws Exception {
        return writes.<ProposalRow>doneApart((actor, also) -> discardProposal.discard(actor, id, also));
    }
}
