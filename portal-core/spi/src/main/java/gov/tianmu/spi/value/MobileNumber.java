package gov.tianmu.spi.value;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mobile number of mainland China: eleven digits beginning 13 to 19. A country prefix (+86, 0086) and hyphens are
 * taken off. Personal data: {@link #toString()} shows the masked form.
 *
 * @param value the eleven digits
 */
public record MobileNumber(String value) {

    private static final int LENGTH = 11;
    private static final Pattern COUNTRY_PREFIX = Pattern.compile("^(\\+|00)86(?=[-0-9])");
    private static final Pattern PREFIX = Pattern.compile("^1[3-9].*");

    public MobileNumber {
        Malformed.rejectIfPresent(problemOf(value));
    }

    /** The number in a text as typed or pasted, or nothing when {@link #check} has something against it. */
    public static Optional<MobileNumber> parse(String text) {
        String canonical = canonical(text);
        return problemOf(canonical).isPresent() ? Optional.empty() : Optional.of(new MobileNumber(canonical));
    }

    /** What is wrong with a text as typed or pasted; empty when it is a number. */
    public static Optional<Malformed> check(String text) {
        return problemOf(canonical(text));
    }

    private static String canonical(String text) {
        String compact = PastedText.compact(text);
        return COUNTRY_PREFIX.matcher(compact).replaceFirst("").replace("-", "");
    }

    private static Optional<Malformed> problemOf(String number) {
        int stranger = PastedText.firstNonDigit(number);
        if (stranger >= 0) {
            return Malformed.character("mobile.character", number, stranger);
        }
        if (number.length() != LENGTH) {
            return Malformed.length("mobile.length", LENGTH, number.length());
        }
        return PREFIX.matcher(number).matches() ? Optional.empty() : Malformed.because("mobile.prefix");
    }

    /** The number with its middle hidden: {@code 138****8000}. */
    public String masked() {
        return value.substring(0, 3) + "****" + value.substring(7);
    }

    @Override
    public String toString() {
        return masked();
    }
}
