package gov.tianmu.spi.rule;

import gov.tianmu.spi.definition.Text;
import java.util.Objects;

/**
 * Something a rule found.
 *
 * @param field where it belongs: a field id, or {@code table[ROW].column}
 * @param severity whether a submission may pass with a stated reason
 * @param code stable name of the finding, lower case with hyphens
 * @param message what is wrong and how to mend it, in the user's language
 */
public record Finding(String field, Severity severity, String code, Text message) {

    /** An error stops a submission; a warning passes with a stated reason. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public Finding {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
    }
}
