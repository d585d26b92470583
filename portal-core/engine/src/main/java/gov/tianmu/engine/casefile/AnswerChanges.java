package gov.tianmu.engine.casefile;

import gov.tianmu.engine.usecase.Violation;
import gov.tianmu.spi.answers.Answers;
import gov.tianmu.spi.definition.Field;
import gov.tianmu.spi.definition.FieldType;
import gov.tianmu.spi.definition.ProgramDefinition;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes of single answers: applies them, and tells which there are between two states. */
public final class AnswerChanges {

    private static final Pattern CELL = Pattern.compile("([a-z][a-z0-9-]*)\\[([A-Za-z0-9_-]{1,40})]\\.([a-z][a-z0-9-]*)");
    private static final Pattern ROW = Pattern.compile("([a-z][a-z0-9-]*)\\[([A-Za-z0-9_-]{1,40})]");

    private AnswerChanges() {}

    /**
     * The answers with the changes made. A cell of a row that is not there begins that row; {@code table[ROW]} with null
     * takes the row away.
     */
    static AnswersJson.Reading apply(Answers before, JsonObject changes, ProgramDefinition definition) {
        JsonObjectBuilder merged = Json.createObjectBuilder(AnswersJson.write(before));
        List<Violation> violations = new ArrayList<>();
        changes.forEach((key, value) -> {
            Matcher row = ROW.matcher(key);
            if (row.matches() && value.getValueType() == JsonValue.ValueType.NULL && isTable(row.group(1), definition)) {
                JsonObject state = merged.build();
                state.forEach(merged::add);
                merged.add(row.group(1), withoutRow(state.get(row.group(1)), row.group(2)));
                return;
            }
            Matcher cell = CELL.matcher(key);
            if (!cell.matches()) {
                merged.add(key, value);
                return;
            }
            if (isTable(cell.group(1), definition)) {
                JsonObject state = merged.build();
                // build() empties the builder: start again from what it held.
                state.forEach(merged::add);
                merged.add(cell.group(1), withCell(state.get(cell.group(1)), cell.group(2), cell.group(3), value));
            } else {
                violations.add(Violation.error(key, "unknown-field"));
            }
        });
        AnswersJson.Reading reading = AnswersJson.readUntrusted(merged.build(), definition);
        violations.addAll(reading.violations());
        return new AnswersJson.Reading(reading.answers(), violations);
    }

    private static boolean isTable(String field, ProgramDefinition definition) {
        return definition.field(field).filter(f -> f.type() == FieldType.TABLE).isPresent();
    }

    private static JsonArray withoutRow(JsonValue table, String rowId) {
        JsonArrayBuilder rows = Json.createArrayBuilder();
        if (table instanceof JsonArray array) {
            array.getValuesAs(JsonObject.class).stream()
                    .filter(row -> !(row.get("id") instanceof JsonString id && id.getString().equals(rowId)))
                    .forEach(rows::add);
        }
        return rows.build();
    }

    private static JsonArray withCell(JsonValue table, String rowId, String column, JsonValue value) {
        JsonArrayBuilder rows = Json.createArrayBuilder();
        boolean found = false;
        if (table instanceof JsonArray array) {
            for (JsonObject row : array.getValuesAs(JsonObject.class)) {
                boolean wanted = row.get("id") instanceof JsonString id && id.getString().equals(rowId);
                rows.add(wanted ? Json.createObjectBuilder(row).add(column, value).build() : row);
                found |= wanted;
            }
        }
        if (!found) {
            rows.add(Json.createObjectBuilder().add("id", rowId).add(column, value));
        }
        return rows.build();
    }

    /** What differs: field ids, and for tables the cells, or the row ({@code team[ROW]}) that came or went. */
    public static Set<String> between(ProgramDefinition definition, Answers before, Answers after) {
        Set<String> changed = new LinkedHashSet<>();
        for (Field field : definition.fields().toList()) {
            if (field.type() != FieldType.TABLE) {
                if (!Objects.equals(before.value(field.id()), after.value(field.id()))) {
                    changed.add(field.id());
                }
                continue;
            }
            Set<String> rowIds = new LinkedHashSet<>();
            before.rows(field.id()).forEach(r -> rowIds.add(r.id()));
            after.rows(field.id()).forEach(r -> rowIds.add(r.id()));
            for (String rowId : rowIds) {
                var old = before.row(field.id(), rowId);
                var now = after.row(field.id(), rowId);
                String path = field.id() + "[" + rowId + "]";
                if (old.isEmpty() || now.isEmpty()) {
                    changed.add(path);
                    continue;
                }
                field.columns().stream()
                        .filter(c -> !Objects.equals(
                                old.get().answers().value(c.id()), now.get().answers().value(c.id())))
                        .forEach(c -> changed.add(path + "." + c.id()));
            }
        }
        return changed;
    }
}
