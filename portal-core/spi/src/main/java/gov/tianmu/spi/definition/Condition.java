package gov.tianmu.spi.definition;

import java.util.Objects;
import java.util.Set;

/**
 * Holds when another answer is one of some values. Inside a table's column it looks at the same row first.
 *
 * @param field the field it looks at
 * @param values the values that make it hold; an empty set means: any answer at all
 */
public record Condition(String field, Set<String> values) {

    public Condition {
        Objects.requireNonNull(field, "field");
        values = Set.copyOf(values);
    }
}
