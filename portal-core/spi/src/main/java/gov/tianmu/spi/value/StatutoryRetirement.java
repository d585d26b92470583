package gov.tianmu.spi.value;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * When somebody reaches the statutory retirement age by the law in force on a given day.
 *
 * <p>Before 2025-01-01: 国发〔1978〕104号, men at 60, women at 55 (cadres and technical staff) or 50 (workers). From
 * then on the decision of the Standing Committee of the National People's Congress of 2024-09-13 on the gradual delay
 * (关于实施渐进式延迟法定退休年龄的决定): for everyone whose former retirement month falls in 2025 or later, one month more for each
 * four months (men up to 63, women of 55 up to 58) or each two months (women of 50 up to 55). A question put on a day
 * before 2025 is answered by the law of that day, whatever came later.
 *
 * <p>Not covered: the earlier ages for dangerous work and for incapacity, and the retirement by choice up to three
 * years earlier or later, which does not move the statutory age.
 *
 * @param category which of the three ages applies
 * @param birthMonth year and month of birth; the law counts in whole months
 * @param age the statutory age
 */
public record StatutoryRetirement(Category category, YearMonth birthMonth, Period age) {

    private static final LocalDate DELAY_IN_FORCE_FROM = LocalDate.of(2025, 1, 1);
    private static final YearMonth FIRST_DELAYED_MONTH = YearMonth.of(2025, 1);

    /** The three groups that the law tells apart. */
    public enum Category {
        MAN(60, 4, 63),
        WOMAN_CADRE_OR_TECHNICAL(55, 4, 58),
        WOMAN_WORKER(50, 2, 55);

        private final int formerAge;
        private final int monthsPerMonthOfDelay;
        private final int finalAge;

        Category(int formerAge, int monthsPerMonthOfDelay, int finalAge) {
            this.formerAge = formerAge;
            this.monthsPerMonthOfDelay = monthsPerMonthOfDelay;
            this.finalAge = finalAge;
        }

        /** The age in years before the gradual delay: 60, 55 or 50. */
        public int formerAge() {
            return formerAge;
        }

        /** The age in years that the delay ends at: 63, 58 or 55. */
        public int finalAge() {
            return finalAge;
        }
    }

    /** By the law in force on {@code lawInForceOn}, usually the day of the application. */
    public static StatutoryRetirement of(Category category, YearMonth birthMonth, LocalDate lawInForceOn) {
        int delay = lawInForceOn.isBefore(DELAY_IN_FORCE_FROM) ? 0 : delayInMonths(category, birthMonth);
        Period age = Period.ofMonths(category.formerAge * 12 + delay).normalized();
        return new StatutoryRetirement(category, birthMonth, age);
    }

    /** By the law in force on {@code lawInForceOn}, for somebody whose whole birth date is known. */
    public static StatutoryRetirement of(Category category, LocalDate birthDate, LocalDate lawInForceOn) {
        return of(category, YearMonth.from(birthDate), lawInForceOn);
    }

    private static int delayInMonths(Category category, YearMonth birthMonth) {
        long monthsIntoTheDelay =
                ChronoUnit.MONTHS.between(FIRST_DELAYED_MONTH, birthMonth.plusYears(category.formerAge));
        if (monthsIntoTheDelay < 0) {
            return 0;
        }
        long uncapped = monthsIntoTheDelay / category.monthsPerMonthOfDelay + 1;
        return (int) Math.min(uncapped, (category.finalAge - category.formerAge) * 12L);
    }

    /** The month in which the statutory age is reached, as the official tables list it. */
    public YearMonth month() {
        return birthMonth.plus(age);
    }

    /** The day on which somebody born on {@code birthDate}, in this birth month, reaches the statutory age. */
    public LocalDate dayFor(LocalDate birthDate) {
        if (!YearMonth.from(birthDate).equals(birthMonth)) {
            throw new IllegalArgumentException("Not born in " + birthMonth);
        }
        return birthDate.plus(age);
    }
}
