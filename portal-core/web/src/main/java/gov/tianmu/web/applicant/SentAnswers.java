package gov.tianmu.web.applicant;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;

/** The changes in a section's form that was sent whole, by a browser without script. */
final class SentAnswers {

    private SentAnswers() {}

    static JsonObject changes(ShownSection section, Map<String, String[]> sent) {
        JsonObjectBuilder changes = Json.createObjectBuilder();
        for (ShownField field : section.fields()) {
            if (field.table() == null) {
                add(field, sent, changes);
            } else {
                field.table().rows().forEach(row -> row.cells().forEach(cell -> add(cell, sent, changes)));
            }
        }
        return changes.build();
    }

    private static void add(ShownField field, Map<String, String[]> sent, JsonObjectBuilder changes) {
        if (!field.editable()) {
            return;
        }
        String[] values = sent.get(field.path());
        if (field.control().equals("checks")) {
            JsonArrayBuilder chosen = Json.createArrayBuilder();
            for (String value : values == null ? new String[0] : values) {
                chosen.add(value);
            }
            changes.add(field.path(), chosen);
        } else if (values != null && field.control().equals("yesno")) {
            changes.add(field.path(), Boolean.parseBoolean(values[0]));
        } else if (values != null) {
            changes.add(field.path(), values[0]);
        }
    }
}
