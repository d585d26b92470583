package gov.tianmu.web.api;

import gov.tianmu.engine.time.MoveClock;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The portal's clock, while it is set for a demonstration. */
@Path("clock")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "admin")
public class ClockResource {

    @Inject
    private MoveClock moveClock;

    @Inject
    private Writes writes;

    /** To which day. */
    public record Day(LocalDate date) {}

    /** What time it is now. */
    public record Now(OffsetDateTime now) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Move the portal's date forward")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Day.class)))
    @APIResponseSchema(Now.class)
    @APIResponse(responseCode = "409", ref = "#/components/responses/Problem")
    @APIResponse(responseCode = "422", ref = "#/components/responses/Problem")
    public Response move() throws Exception {
        LocalDate day = writes.json().day("date");
        return writes.ok(actor -> moveClock.moveTo(actor, day), now -> new Now(CallJson.time(now)));
    }
}
