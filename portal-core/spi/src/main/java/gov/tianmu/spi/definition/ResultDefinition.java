package gov.tianmu.spi.definition;

import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an award gives.
 *
 * @param title the title's name, e.g. 临安区技能大师工作室
 * @param nameField the answer that names the title on lists (the studio's name)
 * @param validFor how long it holds (P3Y); never zero
 * @param columns further public columns of the roster and of the publicity list, beside name and unit
 * @param renews the program whose titles it renews (an evaluation); empty when it gives a title of its own
 */
public record ResultDefinition(
        Text title, String nameField, Period validFor, List<Column> columns, Optional<String> renews) {

    /** A public column filled from an answer that is not personal. */
    public record Column(String id, Text label, String field) {}

    public ResultDefinition {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(nameField, "nameField");
        Objects.requireNonNull(validFor, "validFor");
        columns = List.copyOf(columns);
        Objects.requireNonNull(renews, "renews");
        if (validFor.isZero() || validFor.isNegative()) {
            throw new IllegalArgumentException("a title holds for some time");
        }
    }
}
