package gov.tianmu.spi.definition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One question of a form, or one column of a table.
 *
 * @param id unique in the program (a column: in its table), lower case with hyphens; the key in the answers
 * @param type what kind of answer
 * @param label what the screen calls it
 * @param hint a sentence under the label; may be empty
 * @param required whether a submission needs it (when visible)
 * @param maxLength of texts, in characters as a person counts them (code points)
 * @param min of numbers and money
 * @param max of numbers and money
 * @param minRows of a table
 * @param maxRows of a table
 * @param options of choices
 * @param columns of a table
 * @param visibleWhen asked only when this holds; an answer that is not asked is dropped at submission
 * @param requiredWhen needed when this holds, beside {@code required}
 * @param claim filled from this claim of the sign-on and not to be edited: {@code org_name} or {@code uscc}
 * @param composition filled by the portal from other answers
 * @param agreement what a resident identity number must agree with
 * @param personal masked on screens that do not need it, never public
 * @param width how much of a row the screen gives it: 1 (a third) to 3 (whole row)
 */
public record Field(
        String id,
        FieldType type,
        Text label,
        Text hint,
        boolean required,
        OptionalInt maxLength,
        Optional<BigDecimal> min,
        Optional<BigDecimal> max,
        OptionalInt minRows,
        OptionalInt maxRows,
        List<Option> options,
        List<Field> columns,
        Optional<Condition> visibleWhen,
        Optional<Condition> requiredWhen,
        Optional<String> claim,
        Optional<Composition> composition,
        Optional<IdentityAgreement> agreement,
        boolean personal,
        int width) {

    public Field {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(label, "label");
        hint = hint == null ? Text.EMPTY : hint;
        options = List.copyOf(options);
        columns = List.copyOf(columns);
        if (!id.matches("[a-z][a-z0-9-]{0,63}")) {
            throw new IllegalArgumentException("a field id is lower case letters, digits and hyphens: " + id);
        }
        if (type == FieldType.TABLE && columns.isEmpty()) {
            throw new IllegalArgumentException("a table has columns: " + id);
        }
        if ((type == FieldType.CHOICE || type == FieldType.MULTICHOICE) && options.isEmpty()) {
            throw new IllegalArgumentException("a choice has options: " + id);
        }
    }

    /** Whether the applicant types it; the rest is filled by the portal. */
    public boolean isEditable() {
        return claim.isEmpty() && composition.isEmpty();
    }

    public Optional<Field> column(String columnId) {
        return columns.stream().filter(c -> c.id().equals(columnId)).findFirst();
    }

    public Optional<Option> option(String value) {
        return options.stream().filter(o -> o.value().equals(value)).findFirst();
    }
}
