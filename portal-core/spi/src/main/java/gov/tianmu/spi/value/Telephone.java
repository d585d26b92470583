package gov.tianmu.spi.value;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number an office can be called at: a fixed line with or without area code and extension, a 400 or 800 number, or a
 * mobile number, since small firms have no other. Personal data: {@link #toString()} shows the masked form.
 *
 * @param value the canonical text: {@code 0571-89541368}, {@code 0571-89541368-802}, {@code 89541368},
 *     {@code 400-123-4567}, {@code 13800138000}
 */
public record Telephone(String value) {

    private static final Pattern COUNTRY_PREFIX = Pattern.compile("^(\\+|00)86-?");
    private static final Pattern EXTENSION_MARK = Pattern.compile("(?i)(转|分机|ext\\.?|x|#|,)+");
    private static final Pattern SERVICE = Pattern.compile("([48]00)-?(\\d{3})-?(\\d{4})");
    private static final Pattern FIXED =
            Pattern.compile("(?:\\(?(?<area>0\\d{2,3})\\)?-?)?(?<number>[1-9]\\d*)(?:-(?<extension>\\d{1,6}))?");
    /** 010 and 02x are three digits long, all others four. */
    private static final Pattern GLUED = Pattern.compile("(?<area>010|02\\d|0[3-9]\\d{2})(?<number>\\d+)(?<rest>-.*)?");
    private static final Pattern AREA_CODE = Pattern.compile("010|02\\d|0[3-9]\\d{2}");
    private static final int SHORTEST = 7;
    private static final int LONGEST = 8;

    public Telephone {
        if (!canonical(value).equals(value)) {
            throw new IllegalArgumentException("telephone.form");
        }
        Malformed.rejectIfPresent(problemOf(value));
    }

    /** The number in a text as typed or pasted, or nothing when {@link #check} has something against it. */
    public static Optional<Telephone> parse(String text) {
        String canonical = canonical(text);
        return problemOf(canonical).isPresent() ? Optional.empty() : Optional.of(new Telephone(canonical));
    }

    /** What is wrong with a text as typed or pasted; empty when it is a number. */
    public static Optional<Malformed> check(String text) {
        return problemOf(canonical(text));
    }

    private static String canonical(String text) {
        String plain = PastedText.compact(text).replace('—', '-').replace('–', '-');
        Optional<MobileNumber> mobile = MobileNumber.parse(plain);
        if (mobile.isPresent()) {
            return mobile.get().value();
        }
        boolean abroadForm = COUNTRY_PREFIX.matcher(plain).find();
        plain = COUNTRY_PREFIX.matcher(plain).replaceFirst("");
        plain = EXTENSION_MARK.matcher(plain).replaceAll("-").replaceAll("-{2,}", "-");
        if (abroadForm && !plain.startsWith("0") && !plain.startsWith("(0")) {
            plain = "0" + plain;
        }
        Matcher service = SERVICE.matcher(plain);
        if (service.matches()) {
            return service.group(1) + "-" + service.group(2) + "-" + service.group(3);
        }
        Matcher glued = GLUED.matcher(plain);
        if (glued.matches()) {
            return glued.group("area") + "-" + glued.group("number")
                    + (glued.group("rest") == null ? "" : glued.group("rest"));
        }
        Matcher bracketed = FIXED.matcher(plain);
        if (bracketed.matches() && bracketed.group("area") != null) {
            return bracketed.group("area") + "-" + bracketed.group("number")
                    + (bracketed.group("extension") == null ? "" : "-" + bracketed.group("extension"));
        }
        return plain;
    }

    private static Optional<Malformed> problemOf(String number) {
        if (SERVICE.matcher(number).matches() || MobileNumber.check(number).isEmpty()) {
            return Optional.empty();
        }
        Matcher fixed = FIXED.matcher(number);
        if (!fixed.matches()) {
            return Malformed.because("telephone.form");
        }
        String area = fixed.group("area");
        if (area != null && !AREA_CODE.matcher(area).matches()) {
            return Malformed.because("telephone.area-code", "areaCode", area);
        }
        int length = fixed.group("number").length();
        return length < SHORTEST || length > LONGEST
                ? Malformed.because("telephone.number-length", "actual", length)
                : Optional.empty();
    }

    /** The number with four digits hidden: {@code 0571-8954****}. */
    public String masked() {
        Optional<MobileNumber> mobile = MobileNumber.parse(value);
        if (mobile.isPresent()) {
            return mobile.get().masked();
        }
        if (SERVICE.matcher(value).matches()) {
            return value;
        }
        Matcher fixed = FIXED.matcher(value);
        if (!fixed.matches()) {
            throw new IllegalStateException("A telephone number of no known form");
        }
        String number = fixed.group("number");
        String area = fixed.group("area") == null ? "" : fixed.group("area") + "-";
        return area + number.substring(0, number.length() - 4) + "****";
    }

    @Override
    public String toString() {
        return masked();
    }
}
