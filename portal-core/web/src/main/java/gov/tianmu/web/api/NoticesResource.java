package gov.tianmu.web.api;

import gov.tianmu.engine.notice.BrowseNotices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Published notices and their calls. */
@Path("notices")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "public")
public class NoticesResource {

    @Inject
    private BrowseNotices notices;

    @Inject
    private Replies replies;

    @GET
    @Operation(summary = "The notices whose module runs, newest first")
    @APIResponseSchema(ListOfNotices.class)
    public Response list(@QueryParam("q") @DefaultValue("") String words, @BeanParam Paging paging) {
        return replies.open(notices.list(words, paging.request()).map(n -> NoticeJson.of(n, replies.locale())));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A notice with its whole text; also one that was withdrawn, then it is not live")
    @APIResponseSchema(NoticeJson.class)
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
    public Response read(@PathParam("id") String id) {
        return replies.open(notices.read(id), n -> NoticeJson.whole(n, replies.locale()));
    }

    @GET
    @Path("{id}/attachments/{ordinal}")
    @Operation(summary = "The text of an attachment, an XHTML fragment")
    @APIResponseSchema(AttachmentText.class)
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
    public Response attachment(@PathParam("id") String id, @PathParam("ordinal") int ordinal) {
        return replies.open(notices.attachment(id, ordinal), text -> new AttachmentText(ordinal, text));
    }

    /** The text of an attachment. */
    public record AttachmentText(int ordinal, String text) {}

    /** How lists look. */
    public record ListOfNotices(long total, List<NoticeJson> items) {}
}
