package gov.tianmu.spi.definition;

import java.util.List;
import java.util.Objects;

/**
 * A part of a form that stands in the task list on its own.
 *
 * @param id unique in the program
 * @param title as in the printed form
 * @param hint what to mind; may be empty
 */
public record Section(String id, Text title, Text hint, List<Field> fields) {

    public Section {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        hint = hint == null ? Text.EMPTY : hint;
        fields = List.copyOf(fields);
    }
}
