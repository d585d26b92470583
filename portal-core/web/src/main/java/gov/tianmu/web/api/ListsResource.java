package gov.tianmu.web.api;

import gov.tianmu.engine.publicity.PreparePublicity;
import gov.tianmu.engine.publicity.PublicityView;
import gov.tianmu.engine.roster.DecideAwards;
import gov.tianmu.web.signin.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The bureau's proposed lists: drafted case by case, opened to the public, decided. */
@Path("lists")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "bureau")
public class ListsResource {

    @Inject
    private CurrentActor current;

    @Inject
    private PreparePublicity preparePublicity;

    @Inject
    private DecideAwards decideAwards;

    @Inject
    private Replies replies;

    @Inject
    private Writes writes;

    /** The days before the public. */
    public record Days(
            @Schema(description = "Today or later; today begins at once") LocalDate first,
            @Schema(description = "Until its end; at least as many working days as the program asks") LocalDate last) {}

    /** Who is not awarded, and why; everybody else on the list is. */
    public record Refusals(@Schema(description = "By case number") Map<String, String> refusals) {}

    /** What was decided. */
    @Schema(name = "Decision")
    public record DecisionJson(String publicity, int awarded, int refused) {}

    /** How lists look. */
    public record ListOfLists(long total, List<PublicityJson> items) {}

    @GET
    @Operation(summary = "All lists, drafts too, newest first")
    @APIResponseSchema(ListOfLists.class)
    public Response list() {
        List<PublicityJson> all = preparePublicity.all(current.get()).stream()
                .map(l -> PublicityJson.forBureau(l, replies.locale()))
                .toList();
        return replies.of(new ListOfLists(all.size(), all));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A list with its lines and their cases")
    @APIResponseSchema(PublicityJson.class)
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
    public Response read(@PathParam("id") String id) {
        return replies.of(
                preparePublicity.read(current.get(), id),
                list -> PublicityJson.forBureau(list, replies.locale()),
                PublicityView::version);
    }

    @DELETE
    @Path("{id}/cases/{number}")
    @Operation(summary = "Take a case off a draft list")
    @APIResponseSchema(PublicityJson.class)
    @APIResponse(responseCode = "409", ref = "#/components/responses/Problem")
    public Response remove(@PathParam("id") String id, @PathParam("number") String number) throws Exception {
        Locale locale = replies.locale();
        return writes.ok(
                actor -> preparePublicity.remove(actor, id, number),
                list -> PublicityJson.forBureau(list, locale),
                PublicityView::version);
    }

    @POST
    @Path("{id}/publicity")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Open the list to the public; it is frozen from then on")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Days.class)))
    @APIResponseSchema(PublicityJson.class)
    @APIResponse(responseCode = "409", ref = "#/components/responses/Problem")
    @APIResponse(responseCode = "422", ref = "#/components/responses/Problem")
    public Response open(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) throws Exception {
        Locale locale = replies.locale();
        JsonBody body = writes.json();
        LocalDate first = body.day("first");
        LocalDate last = body.day("last");
        return writes.ok(
                actor -> preparePublicity.open(actor, id, IfMatch.of(ifMatch), first, last),
                list -> PublicityJson.forBureau(list, locale),
                PublicityView::version);
    }

    @POST
    @Path("{id}/decision")
    @Operation(
            summary = "Decide on a list whose time before the public is over",
            description = "Each award becomes a roster entry.")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = Refusals.class)))
    @APIResponseSchema(DecisionJson.class)
    @APIResponse(responseCode = "409", ref = "#/components/responses/Problem")
    @Consumes(MediaType.WILDCARD)
    public Response decide(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) throws Exception {
        Map<String, String> refusals = writes.json().texts("refusals");
        return writes.ok(
                actor -> decideAwards.decide(actor, id, IfMatch.of(ifMatch), refusals),
                decision -> new DecisionJson(decision.publicityId(), decision.awarded(), decision.refused()));
    }
}
