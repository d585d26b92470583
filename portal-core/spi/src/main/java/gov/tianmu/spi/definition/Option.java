package gov.tianmu.spi.definition;

import java.util.Objects;

/** One of the answers a choice offers. */
public record Option(String value, Text label) {

    public Option {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(label, "label");
    }
}
