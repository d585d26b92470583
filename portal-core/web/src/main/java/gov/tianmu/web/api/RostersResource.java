package gov.tianmu.web.api;

import gov.tianmu.engine.roster.BrowseRoster;
import gov.tianmu.engine.roster.RosterEntry;
import gov.tianmu.engine.usecase.PageOf;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.Refusal.Kind;
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
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The rosters: titles held. */
@Path("rosters")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "public")
public class RostersResource {

    @Inject
    private BrowseRoster rosters;

    @Inject
    private Replies replies;

    /** A program's roster in the list of rosters. */
    @Schema(name = "Roster")
    public record RosterJson(String program, String title, long entries, int newestYear) {}

    /** A title held. A title from an earlier year's list has a year only. */
    @Schema(name = "RosterEntry")
    public record EntryJson(
            String id,
            int ordinal,
            String name,
            String unit,
            String leader,
            String trade,
            int awardedYear,
            LocalDate since,
            LocalDate until,
            @Schema(enumeration = {"valid", "under_evaluation", "renewed", "expired", "revoked"}) String state,
            String notice) {

        static EntryJson of(BrowseRoster.Row row) {
            return new EntryJson(
                    row.id(),
                    row.ordinal(),
                    row.name(),
                    row.unit(),
                    row.leader(),
                    row.trade(),
                    row.awardedYear(),
                    row.since().orElse(null),
                    row.until().orElse(null),
                    row.standing().code(),
                    row.noticeId());
        }
    }

    /** How the list of rosters looks. */
    public record ListOfRosters(long total, List<RosterJson> items) {}

    /** How a roster looks. */
    public record ListOfEntries(long total, List<EntryJson> items) {}

    @GET
    @Operation(summary = "All rosters")
    @APIResponseSchema(ListOfRosters.class)
    public Response list() {
        Locale locale = replies.locale();
        List<RosterJson> all = rosters.rosters().stream()
                .map(r -> new RosterJson(r.programId(), r.title().in(locale), r.entries(), r.newestYear()))
                .toList();
        return replies.open(new PageOf<>(all.size(), all));
    }

    @GET
    @Path("{program}")
    @Operation(summary = "A program's roster, newest awards first")
    @APIResponseSchema(ListOfEntries.class)
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
    public Response read(
            @PathParam("program") String program,
            @QueryParam("q") @DefaultValue("") String words,
            @QueryParam("year") @DefaultValue("") String year,
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("trade") @DefaultValue("") String trade,
            @BeanParam Paging paging) {
        if (!rosters.exists(program)) {
            return replies.problem(Refusal.notFound());
        }
        BrowseRoster.Filter filter = new BrowseRoster.Filter(words, yearOf(year), standing(state), trade);
        return replies.open(rosters.list(program, filter, paging.request()).map(EntryJson::of));
    }

    private static OptionalInt yearOf(String year) {
        if (year.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!year.matches("[0-9]{4}")) {
            throw RequestRefusedException.because(Refusal.of(Kind.MALFORMED, "api.parameter", "year", "2023"));
        }
        return OptionalInt.of(Integer.parseInt(year));
    }

    private static Optional<RosterEntry.Standing> standing(String state) {
        if (state.isEmpty()) {
            return Optional.empty();
        }
        for (RosterEntry.Standing standing : RosterEntry.Standing.values()) {
            if (standing.code().equals(state)) {
                return Optional.of(standing);
            }
        }
        String known = Arrays.stream(RosterEntry.Standing.values())
                .map(RosterEntry.Standing::code)
                .collect(Collectors.joining(", "));
        throw RequestRefusedException.because(Refusal.of(Kind.MALFORMED, "api.parameter", "state", known));
    }
}
