package gov.tianmu.web.api;

import gov.tianmu.engine.publicity.PublicityView;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A proposed list and its time before the public. */
@Schema(name = "Publicity")
public record PublicityJson(
        String id,
        String call,
        String program,
        String title,
        @Schema(enumeration = {"draft", "public", "decided"}) String state,
        @Schema(description = "Whether it is before the public now") boolean running,
        OffsetDateTime opensAt,
        @Schema(description = "The last second in which somebody may object") OffsetDateTime closesAt,
        @Schema(description = "SHA-256 of the list as frozen") String sha256,
        @Schema(description = "How somebody objects") String objection,
        long count,
        @Schema(description = "What the facts of the entries are called") List<Column> columns,
        @Schema(description = "Not in lists of lists") List<Entry> entries,
        @Schema(description = "For the bureau") Long version) {

    /** A further public column. */
    @Schema(name = "PublicityColumn")
    public record Column(String id, String label) {}

    /** One line: only what the program declares public. */
    @Schema(name = "PublicityEntry")
    public record Entry(
            int ordinal,
            @Schema(description = "For the bureau") String caseNumber,
            String name,
            String unit,
            Map<String, String> facts) {}

    static PublicityJson brief(PublicityView list, Locale locale) {
        return of(list, locale, false, false);
    }

    static PublicityJson open(PublicityView list, Locale locale) {
        return of(list, locale, true, false);
    }

    /** With the cases' numbers and the version. */
    static PublicityJson forBureau(PublicityView list, Locale locale) {
        return of(list, locale, true, true);
    }

    private static PublicityJson of(PublicityView list, Locale locale, boolean whole, boolean bureau) {
        return new PublicityJson(
                list.id(),
                list.callId(),
                list.programId(),
                list.title().in(locale),
                list.state().code(),
                list.isRunning(),
                CallJson.time(list.opensAt().orElse(null)),
                CallJson.time(list.closesAt().orElse(null)),
                list.listSha256().orElse(null),
                list.objection().in(locale),
                list.entryCount(),
                whole
                        ? list.columns().stream()
                                .map(c -> new Column(c.id(), c.label().in(locale)))
                                .toList()
                        : null,
                whole
                        ? list.entries().stream()
                                .map(e -> new Entry(
                                        e.ordinal(),
                                        bureau ? e.caseNumber() : null,
                                        e.name(),
                                        e.unit(),
                                        e.facts()))
                                .toList()
                        : null,
                bureau ? list.version() : null);
    }
}
