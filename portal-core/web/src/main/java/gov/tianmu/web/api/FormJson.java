package gov.tianmu.web.api;

import gov.tianmu.spi.definition.Condition;
import gov.tianmu.spi.definition.DocumentRequirement;
import gov.tianmu.spi.definition.Field;
import gov.tianmu.spi.definition.ProgramDefinition;
import gov.tianmu.spi.definition.Section;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All a client needs to fill a form it has never seen: the questions and what must be attached. */
@Schema(name = "Form")
public record FormJson(
        String program,
        String version,
        @Schema(description = "SHA-256 of the definition; a case keeps the one it began with") String definition,
        String title,
        List<SectionJson> sections,
        List<DocumentJson> documents) {

    /** A part of the form. */
    @Schema(name = "FormSection")
    public record SectionJson(String id, String title, String hint, List<FieldJson> fields) {}

    /** One of the answers of a choice. */
    @Schema(name = "FormOption")
    public record OptionJson(String value, String label) {}

    /** Holds when the answer to another field is one of the values; without values: when there is any answer. */
    @Schema(name = "FormCondition")
    public record ConditionJson(String field, List<String> values) {}

    /** One question, or one column of a table. */
    @Schema(name = "FormField")
    public record FieldJson(
            @Schema(description = "The key in the answers") String id,
            String label,
            String hint,
            @Schema(
                            description = "date is 2023-05-08, month is 2023-05, multichoice an array of option values,"
                                    + " yesno true or false, number and money JSON numbers, table an array of objects"
                                    + " with an id each; everything else a string",
                            enumeration = {
                                "text", "longtext", "choice", "multichoice", "yesno", "date", "month", "number",
                                "money", "uscc", "resident-id", "phone", "mobile", "email", "postcode", "table"
                            })
                    String type,
            @Schema(description = "Needed at submission, when it is asked at all") boolean required,
            @Schema(description = "Filled by the portal; what is sent is not kept") boolean readOnly,
            Integer maxLength,
            BigDecimal min,
            BigDecimal max,
            Integer minRows,
            Integer maxRows,
            List<OptionJson> options,
            List<FieldJson> columns,
            @Schema(description = "Asked only when this holds") ConditionJson visibleWhen,
            @Schema(description = "Needed when this holds, beside required") ConditionJson requiredWhen,
            @Schema(description = "Of a resident-id: the date field it must agree with") String agreesWithBirth,
            @Schema(description = "Of a resident-id: the choice it must agree with, male or female")
                    String agreesWithSex,
            @Schema(description = "Personal data: masked for the bureau, never public") boolean personal) {}

    /** What must or may be attached. */
    @Schema(name = "DocumentRequirement")
    public record DocumentJson(
            String id,
            String label,
            String hint,
            @Schema(description = "The section of the form it belongs to") String section,
            boolean required,
            @Schema(description = "The table whose every row needs its own") String per,
            @Schema(description = "pdf, jpeg, png, office") List<String> types,
            @Schema(description = "How many at most, for each row with per") int maxCount,
            long maxBytes,
            ConditionJson requiredWhen) {}

    static FormJson of(ProgramDefinition program, String hash, long maxBytes, Locale locale) {
        return new FormJson(
                program.id(),
                program.version(),
                hash,
                program.title().in(locale),
                program.sections().stream().map(s -> section(s, locale)).toList(),
                program.documents().stream().map(d -> document(d, maxBytes, locale)).toList());
    }

    private static SectionJson section(Section section, Locale locale) {
        return new SectionJson(
                section.id(),
                section.title().in(locale),
                section.hint().in(locale),
                section.fields().stream().map(f -> field(f, locale)).toList());
    }

    private static FieldJson field(Field field, Locale locale) {
        return new FieldJson(
                field.id(),
                field.label().in(locale),
                field.hint().in(locale),
                field.type().code(),
                field.required(),
                !field.isEditable(),
                number(field.maxLength()),
                field.min().orElse(null),
                field.max().orElse(null),
                number(field.minRows()),
                number(field.maxRows()),
                field.options().isEmpty()
                        ? null
                        : field.options().stream()
                                .map(o -> new OptionJson(o.value(), o.label().in(locale)))
                                .toList(),
                field.columns().isEmpty()
                        ? null
                        : field.columns().stream().map(c -> field(c, locale)).toList(),
                field.visibleWhen().map(FormJson::condition).orElse(null),
                field.requiredWhen().map(FormJson::condition).orElse(null),
                field.agreement().flatMap(a -> a.birthField()).orElse(null),
                field.agreement().flatMap(a -> a.sexField()).orElse(null),
                field.personal());
    }

    private static DocumentJson document(DocumentRequirement document, long maxBytes, Locale locale) {
        return new DocumentJson(
                document.id(),
                document.label().in(locale),
                document.hint().in(locale),
                document.section(),
                document.required(),
                document.per().orElse(null),
                document.types().stream().sorted().toList(),
                document.maxCount(),
                maxBytes,
                document.requiredWhen().map(FormJson::condition).orElse(null));
    }

    private static ConditionJson condition(Condition condition) {
        return new ConditionJson(condition.field(), condition.values().stream().sorted().toList());
    }

    private static Integer number(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }
}
