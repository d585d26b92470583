package gov.tianmu.spi.definition;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What must or may be attached.
 *
 * @param id unique in the program
 * @param label what the screen calls it
 * @param hint what the document must show; may be empty
 * @param section the form's section beside which it is uploaded
 * @param required whether a submission needs at least one
 * @param per the table whose every row needs its own, if any
 * @param types accepted type groups: {@code pdf}, {@code jpeg}, {@code png}, {@code office}
 * @param maxCount how many files at most (for each row, with {@code per})
 * @param requiredWhen needed when this holds, beside {@code required}
 * @param personal shows personal data: viewing is audited, never public
 */
public record DocumentRequirement(
        String id,
        Text label,
        Text hint,
        String section,
        boolean required,
        Optional<String> per,
        Set<String> types,
        int maxCount,
        Optional<Condition> requiredWhen,
        boolean personal) {

    public DocumentRequirement {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(section, "section");
        hint = hint == null ? Text.EMPTY : hint;
        types = Set.copyOf(types);
        if (maxCount < 1) {
            throw new IllegalArgumentException("a requirement takes at least one file: " + id);
        }
    }
}
