package gov.tianmu.web.api;

import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Organisation;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.notification.ReadInbox;
import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.web.signin.CsrfToken;
import gov.tianmu.web.signin.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who asks. */
@Path("me")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "me")
public class MeResource {

    @Inject
    private CurrentActor current;

    @Inject
    private ReadInbox inbox;

    @Inject
    private PortalClock clock;

    @Inject
    private Instance<CsrfToken> csrf;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Replies replies;

    /** The organisation an account acts for. */
    @Schema(name = "Organisation")
    public record OrganisationJson(String uscc, String name) {}

    /** Who asks, and the portal's time. */
    @Schema(name = "Me")
    public record MeJson(
            String account,
            String name,
            List<String> roles,
            OrganisationJson organisation,
            long unreadMessages,
            @Schema(description = "The portal's clock") OffsetDateTime now,
            @Schema(description = "Whether the clock is set for a demonstration") boolean clockIsSet,
            @Schema(description = "For writes by session: the value of the header X-CSRF-Token") String csrfToken) {}

    @GET
    @Operation(summary = "Who asks, as the token or the session says")
    @APIResponseSchema(MeJson.class)
    @APIResponse(responseCode = "401", ref = "#/components/responses/Problem")
    public Response me() {
        Actor actor = current.get();
        long unread = inbox.unread(actor);
        boolean bySession = request.getHeader(HttpHeaders.AUTHORIZATION) == null;
        return replies.of(new MeJson(
                actor.account(),
                actor.name(),
                actor.roles().stream().map(Role::claim).sorted().toList(),
                actor.organisation().map(MeResource::view).orElse(null),
                unread,
                CallJson.time(clock.now()),
                clock.isSet(),
                bySession ? csrf.get().getToken() : null));
    }

    private static OrganisationJson view(Organisation organisation) {
        return new OrganisationJson(organisation.uscc(), organisation.name());
    }
}
