package gov.tianmu.web.api;

import gov.tianmu.engine.casefile.CaseContent;
import gov.tianmu.engine.casefile.ReadCase;
import gov.tianmu.engine.document.AttachDocument;
import gov.tianmu.engine.document.Document;
import gov.tianmu.engine.document.ReadDocuments;
import gov.tianmu.engine.document.content.ContentRefusal;
import gov.tianmu.engine.document.content.UploadSettings;
import gov.tianmu.engine.idempotency.Answered;
import gov.tianmu.engine.idempotency.Once;
import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.spi.definition.DocumentRequirement;
import gov.tianmu.web.signin.CurrentActor;
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
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The documents of a case. Content streams both ways; no file is ever whole in memory. */
@Path("cases/{number}/documents")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "cases")
public class DocumentsResource {

    /** Boundaries, field names and the like, beside the file itself. */
    private static final long ENVELOPE = 64 * 1024;

    /** Types a browser shows by itself and that carry no script of ours. */
    private static final Set<String> SHOWN = Set.of("application/pdf", "image/jpeg", "image/png");

    @Inject
    private CurrentActor current;

    @Inject
    private ReadCase readCase;

    @Inject
    private AttachDocument attachDocument;

    @Inject
    private ReadDocuments readDocuments;

    @Inject
    private UploadSettings uploads;

    @Inject
    private Once once;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Replies replies;

    @Inject
    private Writes writes;

    /** What an upload carries. */
    public record UploadForm(
            String requirement,
            @Schema(
                            description =
                                    "For requirements per table row: the row's id, or its place counting from 0")
                    String row,
            @Schema(type = SchemaType.STRING, format = "binary") String file) {}

    /** How lists of documents look. */
    public record ListOfDocuments(long total, List<DocumentJson> items) {}

    @GET
    @Operation(summary = "The documents the case has now, in the order they came")
    @APIResponseSchema(ListOfDocuments.class)
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
    public Response list(
            @PathParam("number") String number,
            @QueryParam("removed") @Parameter(description = "true: also those that were replaced or taken off")
                    String removed) {
        Outcome<List<Document>> documents = "true".equals(removed)
                ? readDocuments.history(current.get(), number)
                : readDocuments.list(current.get(), number);
        return replies.of(documents, all -> {
            List<DocumentJson> items = all.stream().map(DocumentJson::of).toList();
            return new ListOfDocuments(items.size(), items);
        });
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Attach a file",
            description = "The file streams into the store; an upload that breaks off leaves nothing. Send requirement"
                    + " and row before the file. 413 over the limit, 415 for a type the requirement does not take.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = UploadForm.class)))
    @APIResponseSchema(value = DocumentJson.class, responseCode = "201")
    @APIResponse(responseCode = "409", ref = "#/components/responses/Problem")
    @APIResponse(responseCode = "413", ref = "#/components/responses/Problem")
    @APIResponse(responseCode = "415", ref = "#/components/responses/Problem")
    @APIResponse(responseCode = "422", ref = "#/components/responses/Problem")
    public Response attach(@PathParam("number") String number) throws Exception {
        Actor actor = current.get();
        Outcome<CaseContent> content = readCase.read(actor, number);
        if (content instanceof Outcome.Refused<CaseContent> refused) {
            return replies.problem(refused.refusal());
        }
        Optional<String> key = writes.key();
        // The file is not part of it: whoever repeats an upload means the same one, and it need not come again.
        String fingerprint = writes.fingerprint(new byte[0]);
        if (key.isPresent()) {
            Optional<Outcome<Answered>> before = once.given(actor, key.get(), fingerprint);
            if (before.isPresent()) {
                return writes.response(before.get(), true);
            }
        }
        if (request.getContentLengthLong() > uploads.maxBytes() + ENVELOPE) {
            return replies.problem(ContentRefusal.tooLarge(uploads.maxBytes()));
        }
        try {
            Outcome<Document> attached = receive(actor, number, content.result().orElseThrow(), key, fingerprint);
            return writes.response(attached.map(document -> answer(number, document)), false);
        } catch (Exception perhapsTaken) {
            // Somebody may have used the key while the file came in; of this one nothing was kept then.
            Optional<Outcome<Answered>> meanwhile =
                    key.isPresent() ? once.given(actor, key.get(), fingerprint) : Optional.empty();
            return writes.response(meanwhile.orElseThrow(() -> perhapsTaken), true);
        }
    }

    private Outcome<Document> receive(
            Actor actor, String number, CaseContent content, Optional<String> key, String fingerprint)
            throws Exception {
        return Upload.of(request, uploads.maxBytes())
                .handTo(
                        (requirement, row, name, file) -> attachDocument.attach(
                                actor,
                                number,
                                requirement,
                                row,
                                name,
                                file,
                                document -> key.ifPresent(
                                        k -> once.keep(actor, k, fingerprint, answer(number, document)))),
                        requirement -> content.definition()
                                .document(requirement)
                                .flatMap(DocumentRequirement::per)
                                .isPresent());
    }

    private Answered answer(String number, Document document) {
        return writes.created(
                DocumentJson.of(document),
                Map.of("Location", "/api/v1/cases/" + number + "/documents/" + document.getId()));
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.WILDCARD)
    @Operation(
            summary = "A document's content",
            description = "PDF and images to be shown, everything else to be saved. A look by the bureau at a personal"
                    + " one is audited.")
    @APIResponse(responseCode = "200", content = @Content(mediaType = "application/octet-stream"))
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
    public Response content(
            @PathParam("number") String number,
            @PathParam("id") String id,
            @QueryParam("download") @Parameter(description = "Present: to be saved, whatever it is") String download)
            throws IOException {
        Outcome<ReadDocuments.Opened> found = readDocuments.open(current.get(), number, id);
        if (found instanceof Outcome.Refused<ReadDocuments.Opened> refused) {
            return replies.problem(refused.refusal());
        }
        ReadDocuments.Opened opened = found.result().orElseThrow();
        Document document = opened.document();
        boolean shown = download == null && SHOWN.contains(document.getMediaType());
        StreamingOutput body = out -> {
            try (InputStream in = opened.content()) {
                in.transferTo(out);
            }
        };
        return Response.ok(body, document.getMediaType())
                .header("Content-Security-Policy", policyFor(document.getMediaType()))
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(HttpHeaders.CONTENT_LENGTH, document.getSize())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        Disposition.of(shown ? "inline" : "attachment", document.getFileName()))
                .build();
    }

    /** A browser's own PDF viewer does not work in a sandbox; everything else gets one. */
    private static String policyFor(String mediaType) {
        return mediaType.equals("application/pdf")
                ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
                : "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'self'; sandbox";
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Take a document off; one that an officer has seen stays on record")
    @APIResponse(responseCode = "204", description = "Done")
    @APIResponse(responseCode = "409", ref = "#/components/responses/Problem")
    public Response remove(@PathParam("number") String number, @PathParam("id") String id) throws Exception {
        return writes.done(actor -> attachDocument.remove(actor, number, id));
    }
}
