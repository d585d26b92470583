package gov.tianmu.spi.definition;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One program opened by one notice (申报批次).
 *
 * @param id unique among all notices, e.g. {@code 2023-26-recognition}; part of addresses
 * @param program the program's id
 * @param title what the screen calls it
 * @param opens from this instant on
 * @param closes the last second in which a submission counts
 * @param parameters amounts, quota and the like, by name; numbers as written
 * @param eligible the unit names that may apply; empty: any
 */
public record CallDefinition(
        String id,
        String program,
        Text title,
        Instant opens,
        Instant closes,
        Map<String, String> parameters,
        List<String> eligible) {

    public CallDefinition {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(title, "title");
        parameters = Map.copyOf(parameters);
        eligible = List.copyOf(eligible);
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("a call opens before it closes: " + id);
        }
    }
}
