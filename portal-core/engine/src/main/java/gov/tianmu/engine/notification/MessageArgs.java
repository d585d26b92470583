package gov.tianmu.engine.notification;

import jakarta.json.Json;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;

/** A message's arguments as they are kept: a JSON array of strings. */
final class MessageArgs {

    private MessageArgs() {}

    static String write(List<String> args) {
        return Json.createArrayBuilder(args).build().toString();
    }

    static List<String> read(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonString.class).stream()
                    .map(JsonString::getString)
                    .toList();
        }
    }
}
