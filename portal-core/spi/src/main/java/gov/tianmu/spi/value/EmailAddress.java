package gov.tianmu.spi.value;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address as mail servers in daily use take them: the dot-atom form of RFC 5321 in ASCII, a domain with at
 * least one dot, 254 characters at most. Quoted local parts and address literals are refused: nobody has one on a form.
 * The full-width @ and the Chinese full stop of an input method are put right; the domain is kept in lower case.
 *
 * @param value the canonical address
 */
public record EmailAddress(String value) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final Pattern LOCAL_PART =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern DOMAIN =
            Pattern.compile("(" + LABEL + "\\.)+(?=[a-z0-9-]*[a-z])(?=..)" + LABEL);

    public EmailAddress {
        Malformed.rejectIfPresent(problemOf(value));
    }

    /** The address in a text as typed or pasted, or nothing when {@link #check} has something against it. */
    public static Optional<EmailAddress> parse(String text) {
        String canonical = canonical(text);
        return problemOf(canonical).isPresent() ? Optional.empty() : Optional.of(new EmailAddress(canonical));
    }

    /** What is wrong with a text as typed or pasted; empty when it is an address. */
    public static Optional<Malformed> check(String text) {
        return problemOf(canonical(text));
    }

    private static String canonical(String text) {
        String plain = text == null ? "" : PastedText.compact(text.strip().replace('。', '.'));
        // A blank inside an address hides a second address or a name beside it; it is refused, not joined.
        if (text != null && text.strip().chars().anyMatch(Character::isWhitespace)) {
            return text.strip();
        }
        int at = plain.lastIndexOf('@');
        return at < 0 ? plain : plain.substring(0, at) + plain.substring(at).toLowerCase(Locale.ROOT);
    }

    private static Optional<Malformed> problemOf(String address) {
        int at = address.indexOf('@');
        if (at <= 0 || at != address.lastIndexOf('@') || at == address.length() - 1) {
            return Malformed.because("email.form");
        }
        if (address.length() > LONGEST) {
            return Malformed.because("email.too-long", "limit", LONGEST);
        }
        String localPart = address.substring(0, at);
        if (localPart.length() > LONGEST_LOCAL_PART || !LOCAL_PART.matcher(localPart).matches()) {
            return Malformed.because("email.local-part");
        }
        return DOMAIN.matcher(address.substring(at + 1)).matches()
                ? Optional.empty()
                : Malformed.because("email.domain");
    }

    /** The address with its name hidden: {@code z***@example.com}. */
    public String masked() {
        return value.charAt(0) + "***" + value.substring(value.indexOf('@'));
    }

    @Override
    public String toString() {
        return masked();
    }
}
