package gov.tianmu.web.api;

import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.Refusal.Kind;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A request's JSON object, asked for its parts; a part that is missing or of another kind is refused by name. */
final class JsonBody {

    private final JsonObject json;

    private JsonBody(JsonObject json) {
        this.json = json;
    }

    /** The object in these bytes; an empty body is an empty object. */
    static JsonBody of(byte[] body) {
        if (body.length == 0) {
            return new JsonBody(JsonValue.EMPTY_JSON_OBJECT);
        }
        try (var reader = Json.createReader(new ByteArrayInputStream(body))) {
            JsonValue value = reader.readValue();
            if (value instanceof JsonObject object) {
                return new JsonBody(object);
            }
        } catch (JsonException | IllegalStateException notJson) {
            throw RequestRefusedException.because(Refusal.of(Kind.MALFORMED, "api.json"));
        }
        throw RequestRefusedException.because(Refusal.of(Kind.MALFORMED, "api.json-object"));
    }

    JsonObject object() {
        return json;
    }

    String text(String name) {
        return optionalText(name).orElseThrow(() -> refused(name, "string"));
    }

    Optional<String> optionalText(String name) {
        JsonValue value = json.get(name);
        if (value == null || value.getValueType() == JsonValue.ValueType.NULL) {
            return Optional.empty();
        }
        if (value instanceof JsonString string) {
            return Optional.of(string.getString());
        }
        throw refused(name, "string");
    }

    boolean yes(String name) {
        JsonValue value = json.get(name);
        if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
            return value == JsonValue.TRUE;
        }
        throw refused(name, "true / false");
    }

    /** Likewise; no where it is not said. */
    boolean perhaps(String name) {
        JsonValue value = json.get(name);
        return value != null && value.getValueType() != JsonValue.ValueType.NULL && yes(name);
    }

    LocalDate day(String name) {
        try {
            return LocalDate.parse(text(name));
        } catch (DateTimeException notADay) {
            throw refused(name, "2023-05-08");
        }
    }

    /** An object whose values are texts; empty when there is none. */
    Map<String, String> texts(String name) {
        JsonValue value = json.get(name);
        if (value == null || value.getValueType() == JsonValue.ValueType.NULL) {
            return Map.of();
        }
        if (!(value instanceof JsonObject object)) {
            throw refused(name, "object");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        object.forEach((key, text) -> {
            if (!(text instanceof JsonString string)) {
                throw refused(name + "." + key, "string");
            }
            texts.put(key, string.getString());
        });
        return texts;
    }

    private static RequestRefusedException refused(String name, String wanted) {
        return RequestRefusedException.because(Refusal.of(Kind.MALFORMED, "api.field", name, wanted));
    }
}
