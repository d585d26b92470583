package gov.tianmu.spi.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A citizen's identity number (公民身份号码) by GB 11643-1999: region, birth date, sequence and an ISO 7064 MOD 11-2 check
 * character. The residence permits of people from Hong Kong, Macao and Taiwan (81, 82, 83) carry numbers of the same
 * make and are accepted.
 *
 * <p>Regions are checked by province only: districts are renamed and merged, and an old number stays valid. Personal
 * data: {@link #toString()} shows the masked form, so that a number does not slip into a log or a page.
 *
 * @param value the canonical 18 characters, a trailing X in upper case
 */
public record ResidentId(String value) {

    private static final int LENGTH = 18;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";
    /** Nobody alive was born before; an earlier year is a typing error. */
    private static final int EARLIEST_BIRTH_YEAR = 1900;

    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83");

    public ResidentId {
        Malformed.rejectIfPresent(problemOf(value));
    }

    /** The number in a text as typed or pasted. Whether the birth date has come yet is not asked. */
    public static Optional<ResidentId> parse(String text) {
        String canonical = canonical(text);
        return problemOf(canonical).isPresent() ? Optional.empty() : Optional.of(new ResidentId(canonical));
    }

    /** As {@link #parse(String)}, and nothing for somebody not born by {@code today}. */
    public static Optional<ResidentId> parse(String text, LocalDate today) {
        return check(text, today).isPresent() ? Optional.empty() : parse(text);
    }

    /** What is wrong with a text as typed or pasted; empty when it is a number. */
    public static Optional<Malformed> check(String text) {
        return problemOf(canonical(text));
    }

    /** As {@link #check(String)}, and {@code resident-id.birth-date-future} for somebody not born by {@code today}. */
    public static Optional<Malformed> check(String text, LocalDate today) {
        String canonical = canonical(text);
        Optional<Malformed> problem = problemOf(canonical);
        if (problem.isPresent()) {
            return problem;
        }
        return birthDateIn(canonical).filter(today::isBefore).isPresent()
                ? Malformed.because("resident-id.birth-date-future")
                : Optional.empty();
    }

    private static String canonical(String text) {
        return PastedText.compact(text).toUpperCase(Locale.ROOT);
    }

    private static Optional<Malformed> problemOf(String id) {
        if (PastedText.lengthOf(id) != LENGTH) {
            return Malformed.length("resident-id.length", LENGTH, PastedText.lengthOf(id));
        }
        int stranger = PastedText.firstNonDigit(id);
        boolean onlyTheLastIsX = stranger == LENGTH - 1 && id.charAt(stranger) == 'X';
        if (stranger >= 0 && !onlyTheLastIsX) {
            return Malformed.character("resident-id.character", id, stranger);
        }
        if (!PROVINCES.contains(id.substring(0, 2))) {
            return Malformed.because("resident-id.region", "province", id.substring(0, 2));
        }
        if (birthDateIn(id).isEmpty()) {
            return Malformed.because("resident-id.birth-date");
        }
        return id.charAt(LENGTH - 1) == checkCharacter(id)
                ? Optional.empty()
                : Malformed.because("resident-id.check-digit");
    }

    private static Optional<LocalDate> birthDateIn(String id) {
        try {
            LocalDate date = LocalDate.of(
                    Integer.parseInt(id.substring(6, 10)),
                    Integer.parseInt(id.substring(10, 12)),
                    Integer.parseInt(id.substring(12, 14)));
            return date.getYear() < EARLIEST_BIRTH_YEAR ? Optional.empty() : Optional.of(date);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static char checkCharacter(String id) {
        int sum = 0;
        for (int index = 0; index < WEIGHTS.length; index++) {
            sum += (id.charAt(index) - '0') * WEIGHTS[index];
        }
        return CHECK_CHARACTERS.charAt(sum % 11);
    }

    public LocalDate birthDate() {
        return birthDateIn(value).orElseThrow();
    }

    /** Odd sequence digits are given to men, even ones to women. */
    public Sex sex() {
        return (value.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /** The number with the birth date hidden: {@code 330185********1217}. */
    public String masked() {
        return value.substring(0, 6) + "********" + value.substring(14);
    }

    @Override
    public String toString() {
        return masked();
    }
}
