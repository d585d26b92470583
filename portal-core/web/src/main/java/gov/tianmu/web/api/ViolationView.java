package gov.tianmu.web.api;

import gov.tianmu.engine.usecase.Violation;
import gov.tianmu.web.words.Words;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing wrong with one answer or document. */
@Schema(name = "Violation")
public record ViolationView(
        @Schema(
                        description = "A field id, table[ROW].column, a table, document:REQUIREMENT or"
                                + " document:REQUIREMENT[ROW]",
                        examples = "team[r1].resident-id")
                String field,
        @Schema(description = "In the caller's language") String message,
        @Schema(
                        description = "An error stops a submission; a warning passes with a stated reason",
                        enumeration = {"error", "warning"})
                String severity,
        @Schema(description = "Stable", examples = "resident-id.check-digit") String code) {

    static ViolationView of(Violation violation, Locale locale) {
        return new ViolationView(
                violation.field(),
                Words.of(violation, locale),
                violation.severity().name().toLowerCase(Locale.ROOT),
                violation.code());
    }

    static List<ViolationView> of(List<Violation> violations, Locale locale) {
        return violations.stream().map(v -> of(v, locale)).toList();
    }
}
