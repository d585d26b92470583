package gov.tianmu.spi.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Why a text is not a value of its kind: a stable code and the figures that a message needs. It never carries the text
 * itself, so it may be logged and shown wherever the text may not.
 *
 * <p>Every {@code *.length} code carries {@code expected}, {@code actual}, {@code missing} and {@code surplus}; of the
 * last two one is zero, so that a screen can say "17 characters now, one short".
 *
 * @param code one of {@link #codes()}
 * @param args the figures by name, in a fixed order for each code
 */
public record Malformed(String code, Map<String, Object> args) {

    private static final Set<String> CODES = Set.of(
            "uscc.length",
            "uscc.character",
            "uscc.region",
            "uscc.check-digit",
            "resident-id.length",
            "resident-id.character",
            "resident-id.region",
            "resident-id.birth-date",
            "resident-id.birth-date-future",
            "resident-id.check-digit",
            "mobile.length",
            "mobile.character",
            "mobile.prefix",
            "telephone.form",
            "telephone.area-code",
            "telephone.number-length",
            "postcode.length",
            "postcode.character",
            "email.form",
            "email.too-long",
            "email.local-part",
            "email.domain");

    public Malformed {
        if (!CODES.contains(code)) {
            throw new IllegalArgumentException("No such code: " + code);
        }
        args = Collections.unmodifiableMap(new LinkedHashMap<>(args));
    }

    /** Every code there is, so that a test can hold the message bundles against them. */
    public static Set<String> codes() {
        return CODES;
    }

    static Optional<Malformed> because(String code) {
        return Optional.of(new Malformed(code, Map.of()));
    }

    static Optional<Malformed> because(String code, String name, Object value) {
        return Optional.of(new Malformed(code, Map.of(name, value)));
    }

    static Optional<Malformed> length(String code, int expected, int actual) {
        Map<String, Object> args = new LinkedHashMap<>();
        args.put("expected", expected);
        args.put("actual", actual);
        args.put("missing", Math.max(0, expected - actual));
        args.put("surplus", Math.max(0, actual - expected));
        return Optional.of(new Malformed(code, args));
    }

    static Optional<Malformed> character(String code, String text, int index) {
        Map<String, Object> args = new LinkedHashMap<>();
        args.put("position", text.codePointCount(0, index) + 1);
        args.put("character", Character.toString(text.codePointAt(index)));
        return Optional.of(new Malformed(code, args));
    }

    /** For constructors: text that reaches them unchecked is a fault, not bad input. */
    static void rejectIfPresent(Optional<Malformed> problem) {
        problem.ifPresent(malformed -> {
            throw new IllegalArgumentException(malformed.code());
        });
    }
}
