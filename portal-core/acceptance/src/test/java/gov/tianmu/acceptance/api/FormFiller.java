package gov.tianmu.acceptance.api;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fills a form it has never seen, from what {@code /form} tells alone: a good value for each type, in each field that is
 * asked and can be edited. Two fillers with different seeds fill in different people.
 */
final class FormFiller {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final String BIRTH = "1985-06";

    private final int seed;
    private int count;

    FormFiller(int seed) {
        this.seed = seed;
    }

    /** The answers to a form. */
    JsonObject fill(JsonObject form) {
        Map<String, JsonValue> answers = new LinkedHashMap<>();
        for (JsonObject section : objects(form, "sections")) {
            for (JsonObject field : objects(section, "fields")) {
                fillField(field, answers, answers);
            }
        }
        return object(answers);
    }

    /** One required document for the form, or for one row. */
    record Wanted(String requirement, String row) {}

    /** The documents that must be attached, row by row. */
    List<Wanted> documents(JsonObject form, JsonObject answers) {
        List<Wanted> wanted = new ArrayList<>();
        for (JsonObject document : objects(form, "documents")) {
            boolean required = document.getBoolean("required")
                    || document.containsKey("requiredWhen")
                            && holds(document.getJsonObject("requiredWhen"), answers, answers);
            if (!required) {
                continue;
            }
            if (!document.containsKey("per")) {
                wanted.add(new Wanted(document.getString("id"), ""));
                continue;
            }
            for (JsonObject row : objects(answers, document.getString("per"))) {
                wanted.add(new Wanted(document.getString("id"), row.getString("id")));
            }
        }
        return wanted;
    }

    private void fillField(JsonObject field, Map<String, JsonValue> scope, Map<String, JsonValue> whole) {
        boolean asked = !field.containsKey("visibleWhen")
                || holds(field.getJsonObject("visibleWhen"), object(scope), object(whole));
        boolean needed = field.getBoolean("required")
                || field.containsKey("requiredWhen")
                        && holds(field.getJsonObject("requiredWhen"), object(scope), object(whole));
        if (asked && needed && !field.getBoolean("readOnly")) {
            scope.put(field.getString("id"), value(field, scope, whole));
        }
    }

    private JsonValue value(JsonObject field, Map<String, JsonValue> scope, Map<String, JsonValue> whole) {
        count++;
        return switch (field.getString("type")) {
            case "choice" -> Json.createValue(option(field, 0));
            case "multichoice" -> Json.createArrayBuilder().add(option(field, 0)).build();
            case "yesno" -> JsonValue.TRUE;
            case "date" -> Json.createValue(BIRTH + "-15");
            case "month" -> Json.createValue(BIRTH);
            case "number", "money" -> field.containsKey("min") ? field.get("min") : Json.createValue(1);
            case "uscc" -> Json.createValue("91330185MA2TMK02XF");
            case "resident-id" -> Json.createValue(residentId(field, scope));
            case "phone" -> Json.createValue("0571-6372%04d".formatted(count));
            case "mobile" -> Json.createValue("1380571%04d".formatted((seed * 300 + count) % 10_000));
            case "email" -> Json.createValue("unit" + seed + "@example.com");
            case "postcode" -> Json.createValue("311300");
            case "table" -> rows(field, whole);
            default -> Json.createValue(words(field));
        };
    }

    private JsonValue rows(JsonObject table, Map<String, JsonValue> whole) {
        JsonArrayBuilder rows = Json.createArrayBuilder();
        for (int i = 0; i < Math.max(1, table.getInt("minRows", 1)); i++) {
            Map<String, JsonValue> row = new LinkedHashMap<>();
            row.put("id", Json.createValue("r" + (i + 1)));
            for (JsonObject column : objects(table, "columns")) {
                fillField(column, row, whole);
            }
            rows.add(object(row));
        }
        return rows.build();
    }

    /** Agrees with the birth and the sex beside it, as far as the form says that it must. */
    private String residentId(JsonObject field, Map<String, JsonValue> scope) {
        String birth = BIRTH;
        if (field.containsKey("agreesWithBirth") && scope.get(field.getString("agreesWithBirth")) instanceof JsonString s) {
            birth = s.getString();
        }
        boolean male = !field.containsKey("agreesWithSex")
                || !(scope.get(field.getString("agreesWithSex")) instanceof JsonString sex)
                || sex.getString().equals("male");
        String day = (birth + "-15").substring(0, 10).replace("-", "");
        int order = (seed * 50 + count) % 499 * 2 + (male ? 1 : 0);
        return withCheck("330124" + day + "%03d".formatted(order));
    }

    /** Appends the check character of GB 11643. */
    static String withCheck(String seventeen) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (seventeen.charAt(i) - '0') * WEIGHTS[i];
        }
        return seventeen + CHECKS.charAt(sum % CHECKS.length());
    }

    private String words(JsonObject field) {
        String words = "示例" + seed + "之" + count;
        int most = field.containsKey("maxLength") ? field.getInt("maxLength") : 200;
        return words.length() > most ? words.substring(0, most) : words;
    }

    private static String option(JsonObject field, int place) {
        return objects(field, "options").get(place).getString("value");
    }

    private static boolean holds(JsonObject condition, JsonObject scope, JsonObject whole) {
        JsonObject where = scope.containsKey(condition.getString("field")) ? scope : whole;
        JsonValue answer = where.get(condition.getString("field"));
        List<JsonString> values = condition.getJsonArray("values").getValuesAs(JsonString.class);
        return answer != null && (values.isEmpty() || values.stream().anyMatch(answer::equals));
    }

    static List<JsonObject> objects(JsonObject parent, String name) {
        return parent.containsKey(name) ? parent.getJsonArray(name).getValuesAs(JsonObject.class) : List.of();
    }

    private static JsonObject object(Map<String, JsonValue> values) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        values.forEach(object::add);
        return object.build();
    }
}
