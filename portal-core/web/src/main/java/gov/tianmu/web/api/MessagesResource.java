package gov.tianmu.web.api;

import gov.tianmu.engine.notification.InboxMessage;
import gov.tianmu.engine.notification.MessageWords;
import gov.tianmu.engine.notification.ReadInbox;
import gov.tianmu.engine.usecase.PageOf;
import gov.tianmu.web.signin.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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

/** The caller's inbox. */
@Path("messages")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "me")
public class MessagesResource {

    @Inject
    private CurrentActor current;

    @Inject
    private ReadInbox inbox;

    @Inject
    private Replies replies;

    @Inject
    private Writes writes;

    /** A message, in the caller's language. */
    @Schema(name = "Message")
    public record MessageJson(
            String id,
            @Schema(description = "Stable", examples = "case.returned") String event,
            String subject,
            String body,
            @Schema(description = "The case it is about") String caseNumber,
            OffsetDateTime at,
            boolean read) {

        static MessageJson of(InboxMessage message, Locale locale) {
            return new MessageJson(
                    message.getId(),
                    message.getEvent(),
                    MessageWords.subject(message.getEvent(), message.args(), locale),
                    MessageWords.body(message.getEvent(), message.args(), locale),
                    message.getCaseNumber().orElse(null),
                    CallJson.time(message.getCreatedAt()),
                    message.isRead());
        }
    }

    /** How an inbox looks. */
    public record Inbox(long total, long unread, List<MessageJson> items) {}

    @GET
    @Operation(summary = "Newest first")
    @APIResponseSchema(Inbox.class)
    public Response list(@BeanParam Paging paging) {
        PageOf<MessageJson> page = inbox.list(current.get(), paging.request())
                .map(m -> MessageJson.of(m, replies.locale()));
        return replies.of(new Inbox(page.total(), inbox.unread(current.get()), page.items()));
    }

    @POST
    @Path("{id}/read")
    @Operation(summary = "Mark a message as read; doing it again changes nothing")
    @APIResponseSchema(MessageJson.class)
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
    public Response read(@PathParam("id") String id) throws Exception {
        Locale locale = replies.locale();
        return writes.ok(actor -> inbox.read(actor, id), message -> MessageJson.of(message, locale));
    }
}
