package gov.tianmu.engine.idempotency;

import java.util.Map;
import java.util.Objects;

/**
 * What a program was told about a write that was done, in the words of the protocol that asked; enough to tell it again.
 *
 * @param status the protocol's status
 * @param headers by name; values hold no line break
 * @param body may be empty
 */
public record Answered(int status, Map<String, String> headers, String body) {

    public Answered {
        headers = Map.copyOf(headers);
        Objects.requireNonNull(body, "body");
        headers.forEach((name, value) -> {
            if (name.contains(":") || name.contains("\n") || value.contains("\n")) {
                throw new IllegalArgumentException("not a header: " + name);
            }
        });
    }
}
