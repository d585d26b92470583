package gov.tianmu.spi.value;

import java.util.Optional;

/**
 * A postal code of China: six digits.
 *
 * @param value the six digits
 */
public record Postcode(String value) {

    private static final int LENGTH = 6;

    public Postcode {
        Malformed.rejectIfPresent(problemOf(value));
    }

    /** The code in a text as typed or pasted, or nothing when {@link #check} has something against it. */
    public static Optional<Postcode> parse(String text) {
        String canonical = PastedText.compact(text);
        return problemOf(canonical).isPresent() ? Optional.empty() : Optional.of(new Postcode(canonical));
    }

    /** What is wrong with a text as typed or pasted; empty when it is a code. */
    public static Optional<Malformed> check(String text) {
        return problemOf(PastedText.compact(text));
    }

    private static Optional<Malformed> problemOf(String code) {
        int stranger = PastedText.firstNonDigit(code);
        if (stranger >= 0) {
            return Malformed.character("postcode.character", code, stranger);
        }
        return code.length() == LENGTH ? Optional.empty() : Malformed.length("postcode.length", LENGTH, code.length());
    }

    @Override
    public String toString() {
        return value;
    }
}
