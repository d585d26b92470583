package gov.tianmu.engine.usecase;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One thing wrong with one answer or one document.
 *
 * @param field where: a field id ({@code leader-birth}), a table cell ({@code team[ROW].resident-id}, ROW being the
 *     row's id), a table ({@code team}) or a document requirement ({@code document:licence},
 *     {@code document:member-id[ROW]})
 * @param severity an error stops a submission; a warning passes with a stated reason
 * @param code the message is {@code violation.<code>} in the user's language
 * @param args named arguments of the message, never personal data
 */
public record Violation(String field, Severity severity, String code, Map<String, Object> args) {

    /** Whether a submission may pass. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public Violation {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(code, "code");
        args = Map.copyOf(args);
    }

    /** An error; {@code args} alternate names and values. */
    public static Violation error(String field, String code, Object... args) {
        return new Violation(field, Severity.ERROR, code, named(args));
    }

    /** A warning; {@code args} alternate names and values. */
    public static Violation warning(String field, String code, Object... args) {
        return new Violation(field, Severity.WARNING, code, named(args));
    }

    private static Map<String, Object> named(Object... args) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            named.put((String) args[i], args[i + 1]);
        }
        return named;
    }
}
