package gov.tianmu.web.api;

import gov.tianmu.engine.casefile.FormUpdate;
import gov.tianmu.engine.modules.compare.DefinitionChange;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Another form than a draft's is in force. */
@Schema(name = "FormUpdate")
public record FormUpdateJson(
        @Schema(description = "Whether the draft stands on another form than the one in force; alone when not")
                boolean available,
        @Schema(description = "The program's version the draft stands on", examples = "1.0.0") String from,
        @Schema(description = "The version in force", examples = "1.1.0") String to,
        @Schema(description = "Whether every answer and document fits") Boolean mayMove,
        List<Change> changes,
        @Schema(description = "What becomes of what is filled in; what is not named stays") List<Effect> effects,
        @Schema(description = "What does not fit, at the places of the form the draft began with")
                List<ViolationView> violations) {

    static final FormUpdateJson NONE = new FormUpdateJson(false, null, null, null, null, null, null);

    /** What the form in force has otherwise. */
    @Schema(name = "FormChange")
    public record Change(
            @Schema(enumeration = {"added", "removed", "changed"}) String kind,
            @Schema(enumeration = {"section", "field", "document"}) String part,
            @Schema(description = "A field's id, table.column, or a document's or section's id") String id,
            String label,
            String before,
            String after) {

        private static Change of(DefinitionChange change, Locale locale) {
            return new Change(
                    change.kind().name().toLowerCase(Locale.ROOT),
                    change.part().name().toLowerCase(Locale.ROOT),
                    change.id(),
                    change.label().in(locale),
                    change.before().in(locale),
                    change.after().in(locale));
        }
    }

    /** What becomes of one answer, or of the documents for one requirement. */
    @Schema(name = "FormEffect")
    public record Effect(
            @Schema(enumeration = {"renamed", "mapped", "dropped", "document-renamed", "document-dropped"}) String kind,
            String label,
            @Schema(description = "Empty when it is given up") String to) {}

    static FormUpdateJson of(FormUpdate update, Locale locale) {
        return new FormUpdateJson(
                true,
                update.from(),
                update.to(),
                update.mayMove(),
                update.changes().changes().stream()
                        .map(change -> Change.of(change, locale))
                        .toList(),
                update.effects().stream()
                        .map(effect -> new Effect(
                                effect.kind().code(), effect.label().in(locale), effect.to().in(locale)))
                        .toList(),
                ViolationView.of(update.obstacles(), locale));
    }
}
