package gov.tianmu.spi.value;

import java.util.Locale;
import java.util.Optional;

/**
 * A unified social credit code (统一社会信用代码): 18 characters that name one organisation for life.
 *
 * <p>Checked by GB 32100-2015: the alphabet of 31 characters (no I, O, S, V, Z), the six digits of the registering
 * office's region, and the check character by weights 3^i mod 31. The organisation code inside it has a check digit of
 * its own (GB 11714), which codes given out in the change-over do not always keep, so it is not looked at.
 *
 * @param value the canonical text, upper case
 */
public record Uscc(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;
    private static final int REGION_FROM = 2;
    private static final int REGION_TO = 8;

    public Uscc {
        Malformed.rejectIfPresent(problemOf(value));
    }

    /** The code in a text as typed or pasted, or nothing when {@link #check} has something against it. */
    public static Optional<Uscc> parse(String text) {
        String canonical = canonical(text);
        return problemOf(canonical).isPresent() ? Optional.empty() : Optional.of(new Uscc(canonical));
    }

    /** What is wrong with a text as typed or pasted; empty when it is a code. */
    public static Optional<Malformed> check(String text) {
        return problemOf(canonical(text));
    }

    private static String canonical(String text) {
        return PastedText.compact(text).toUpperCase(Locale.ROOT);
    }

    private static Optional<Malformed> problemOf(String code) {
        if (PastedText.lengthOf(code) != LENGTH) {
            return Malformed.length("uscc.length", LENGTH, PastedText.lengthOf(code));
        }
        for (int index = 0; index < code.length(); index++) {
            if (ALPHABET.indexOf(code.charAt(index)) < 0) {
                return Malformed.character("uscc.character", code, index);
            }
        }
        if (PastedText.firstNonDigit(code.substring(REGION_FROM, REGION_TO)) >= 0) {
            return Malformed.because("uscc.region");
        }
        return code.charAt(LENGTH - 1) == checkCharacter(code)
                ? Optional.empty()
                : Malformed.because("uscc.check-digit");
    }

    private static char checkCharacter(String code) {
        int sum = 0;
        int weight = 1;
        for (int index = 0; index < LENGTH - 1; index++) {
            sum += ALPHABET.indexOf(code.charAt(index)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /** The code itself: it is public, printed on every licence. */
    @Override
    public String toString() {
        return value;
    }
}
