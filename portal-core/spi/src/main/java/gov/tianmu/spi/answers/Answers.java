package gov.tianmu.spi.answers;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The content of a form (填报内容): an answer for each field id. A value is a String, a Boolean, a BigDecimal, a list of
 * Strings (several choices) or a list of {@link Row}s (a table). An absent key means: not answered. Immutable.
 */
public record Answers(Map<String, Object> values) {

    /** A row of a table. Its id stays with it, so that documents and corrections can be pinned to it. */
    public record Row(String id, Answers answers) {}

    public static final Answers EMPTY = new Answers(Map.of());

    public Answers {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public Optional<Object> value(String field) {
        return Optional.ofNullable(values.get(field));
    }

    /** The answer as words, empty when there is none. Lists are not words. */
    public String text(String field) {
        Object value = values.get(field);
        return value == null || value instanceof List<?> ? "" : value.toString();
    }

    public boolean has(String field) {
        Object value = values.get(field);
        return value != null
                && !(value instanceof String words && words.isBlank())
                && !(value instanceof List<?> list && list.isEmpty());
    }

    /** The chosen values of a multiple choice. */
    public List<String> choices(String field) {
        return values.get(field) instanceof List<?> list
                ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
                : List.of();
    }

    /** The rows of a table. */
    public List<Row> rows(String field) {
        return values.get(field) instanceof List<?> list
                ? list.stream().filter(Row.class::isInstance).map(Row.class::cast).toList()
                : List.of();
    }

    public Optional<Row> row(String field, String rowId) {
        return rows(field).stream().filter(r -> r.id().equals(rowId)).findFirst();
    }

    /** The same with one answer set; null takes it away. */
    public Answers with(String field, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(values);
        if (value == null) {
            changed.remove(field);
        } else {
            changed.put(field, value);
        }
        return new Answers(changed);
    }
}
