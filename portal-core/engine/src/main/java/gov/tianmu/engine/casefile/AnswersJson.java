package gov.tianmu.engine.casefile;

import gov.tianmu.engine.usecase.Violation;
import gov.tianmu.spi.answers.Answers;
import gov.tianmu.spi.definition.Field;
import gov.tianmu.spi.definition.FieldType;
import gov.tianmu.spi.definition.ProgramDefinition;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Answers as JSON, as the API takes and gives them and the database keeps them: {@code {"leader-name": "…", "team":
 * [{"id": "r1", "name": "…"}]}}. What a value of each type looks like says {@link FieldType}.
 */
public final class AnswersJson {

    /** No single text is longer, whatever a field allows: a draft keeps what is over a field's limit, within reason. */
    static final int MAX_TEXT = 20_000;

    private static final int MAX_ROWS = 500;

    private AnswersJson() {}

    /** The answers read from JSON, and what in it cannot be an answer at all. */
    public record Reading(Answers answers, List<Violation> violations) {}

    /**
     * Reads JSON that came from outside: unknown fields and values of another type are violations and left out.
     * Whether an answer is any good is not asked here.
     */
    public static Reading readUntrusted(JsonObject json, ProgramDefinition definition) {
        Map<String, Field> known = new LinkedHashMap<>();
        definition.fields().forEach(f -> known.put(f.id(), f));
        List<Violation> violations = new ArrayList<>();
        return new Reading(readObject(json, known, "", violations), violations);
    }

    /** Reads what the portal itself has kept. */
    static Answers read(String json, ProgramDefinition definition) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return readUntrusted(reader.readObject(), definition).answers();
        }
    }

    private static Answers readObject(
            JsonObject json, Map<String, Field> known, String prefix, List<Violation> violations) {
        Map<String, Object> values = new LinkedHashMap<>();
        json.forEach((key, value) -> {
            Field field = known.get(key);
            if (field == null) {
                if (!(prefix.isEmpty() ? Set.<String>of() : Set.of("id")).contains(key)) {
                    violations.add(Violation.error(prefix + key, "unknown-field"));
                }
            } else if (value.getValueType() != JsonValue.ValueType.NULL) {
                readValue(field, value, prefix, violations).ifPresent(v -> values.put(key, v));
            }
        });
        return new Answers(values);
    }

    private static Optional<Object> readValue(
            Field field, JsonValue value, String prefix, List<Violation> violations) {
        Optional<Object> read =
                switch (field.type()) {
                    case YESNO -> yesNo(value);
                    case NUMBER, MONEY -> number(value);
                    case MULTICHOICE -> choices(value);
                    case TABLE -> rows(field, value, violations);
                    default -> words(value);
                };
        if (read.isEmpty()) {
            violations.add(Violation.error(
                    prefix + field.id(), "wrong-type", "type", field.type().code()));
            return Optional.empty();
        }
        if (read.get() instanceof String text) {
            if (text.isEmpty()) {
                return Optional.empty();
            }
            if (text.length() > MAX_TEXT) {
                violations.add(Violation.error(
                        prefix + field.id(), "too-long", "max", MAX_TEXT, "actual", text.length(), "over", text.length() - MAX_TEXT));
                return Optional.empty();
            }
        }
        return read;
    }

    private static Optional<Object> words(JsonValue value) {
        if (value instanceof JsonString string) {
            return Optional.of(string.getString().replace("\r\n", "\n").replace("\u0000", ""));
        }
        return value instanceof JsonNumber number ? Optional.of(number.toString()) : Optional.empty();
    }

    private static Optional<Object> yesNo(JsonValue value) {
        return switch (value.getValueType()) {
            case TRUE -> Optional.of(Boolean.TRUE);
            case FALSE -> Optional.of(Boolean.FALSE);
            default -> Optional.empty();
        };
    }

    private static Optional<Object> number(JsonValue value) {
        if (value instanceof JsonNumber number) {
            return Optional.of(number.bigDecimalValue());
        }
        // A page sends what was typed; what is no number stays as words and is told at the check.
        if (value instanceof JsonString string) {
            String typed = string.getString().strip();
            try {
                return Optional.of(typed.length() > 40 ? typed : new BigDecimal(typed));
            } catch (NumberFormatException notANumber) {
                return Optional.of(typed);
            }
        }
        return Optional.empty();
    }

    private static Optional<Object> choices(JsonValue value) {
        if (!(value instanceof JsonArray array)
                || !array.stream().allMatch(JsonString.class::isInstance)) {
            return Optional.empty();
        }
        return Optional.of(array.getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .distinct()
                .toList());
    }

    private static Optional<Object> rows(Field table, JsonValue value, List<Violation> violations) {
        if (!(value instanceof JsonArray array)
                || array.size() > MAX_ROWS
                || !array.stream().allMatch(JsonObject.class::isInstance)) {
            return Optional.empty();
        }
        Map<String, Field> columns = new LinkedHashMap<>();
        table.columns().forEach(c -> columns.put(c.id(), c));
        Set<String> taken = new LinkedHashSet<>();
        List<Answers.Row> rows = new ArrayList<>();
        for (JsonObject row : array.getValuesAs(JsonObject.class)) {
            String id = rowId(row, taken);
            rows.add(new Answers.Row(id, readObject(row, columns, table.id() + "[" + id + "].", violations)));
        }
        return Optional.of(List.copyOf(rows));
    }

    /** A row keeps the id it came with if that is a name and not taken; else it is given one. */
    private static String rowId(JsonObject row, Set<String> taken) {
        JsonValue given = row.get("id");
        String id = given instanceof JsonString string ? string.getString() : given == null ? "" : given.toString();
        if (!id.matches("[A-Za-z0-9_-]{1,40}") || !taken.add(id)) {
            id = "r" + UUID.randomUUID().toString().substring(0, 8);
            taken.add(id);
        }
        return id;
    }

    public static JsonObject write(Answers answers) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        answers.values().forEach((field, value) -> json.add(field, writeValue(value)));
        return json.build();
    }

    private static JsonValue writeValue(Object value) {
        if (value instanceof Boolean yes) {
            return yes ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof BigDecimal number) {
            return Json.createValue(number);
        }
        if (value instanceof List<?> list) {
            JsonArrayBuilder array = Json.createArrayBuilder();
            for (Object item : list) {
                if (item instanceof Answers.Row row) {
                    JsonObjectBuilder object = Json.createObjectBuilder().add("id", row.id());
                    row.answers().values().forEach((column, cell) -> object.add(column, writeValue(cell)));
                    array.add(object);
                } else {
                    array.add(item.toString());
                }
            }
            return array.build();
        }
        return Json.createValue(value.toString());
    }
}
