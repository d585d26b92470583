package gov.tianmu.spi.value;

import static gov.tianmu.spi.value.StatutoryRetirement.Category.MAN;
import static gov.tianmu.spi.value.StatutoryRetirement.Category.WOMAN_CADRE_OR_TECHNICAL;
import static gov.tianmu.spi.value.StatutoryRetirement.Category.WOMAN_WORKER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gov.tianmu.spi.value.StatutoryRetirement.Category;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatutoryRetirementTest {

    private static final LocalDate UNDER_THE_OLD_LAW = LocalDate.of(2023, 4, 20);
    private static final LocalDate UNDER_THE_NEW_LAW = LocalDate.of(2025, 1, 1);

    /** Anchor rows of the three tables that the decision of 2024-09-13 carries: first, last, and around each step. */
    @ParameterizedTest
    @CsvSource({
        "MAN, 1964-12, 60, 0, 2024-12",
        "MAN, 1965-01, 60, 1, 2025-02",
        "MAN, 1965-04, 60, 1, 2025-05",
        "MAN, 1965-05, 60, 2, 2025-07",
        "MAN, 1966-01, 60, 4, 2026-05",
        "MAN, 1969-01, 61, 1, 2030-02",
        "MAN, 1976-08, 62, 11, 2039-07",
        "MAN, 1976-09, 63, 0, 2039-09",
        "MAN, 1990-06, 63, 0, 2053-06",
        "WOMAN_CADRE_OR_TECHNICAL, 1969-12, 55, 0, 2024-12",
        "WOMAN_CADRE_OR_TECHNICAL, 1970-01, 55, 1, 2025-02",
        "WOMAN_CADRE_OR_TECHNICAL, 1970-05, 55, 2, 2025-07",
        "WOMAN_CADRE_OR_TECHNICAL, 1981-08, 57, 11, 2039-07",
        "WOMAN_CADRE_OR_TECHNICAL, 1981-09, 58, 0, 2039-09",
        "WOMAN_WORKER, 1974-12, 50, 0, 2024-12",
        "WOMAN_WORKER, 1975-01, 50, 1, 2025-02",
        "WOMAN_WORKER, 1975-02, 50, 1, 2025-03",
        "WOMAN_WORKER, 1975-03, 50, 2, 2025-05",
        "WOMAN_WORKER, 1984-10, 54, 11, 2039-09",
        "WOMAN_WORKER, 1984-11, 55, 0, 2039-11",
        "WOMAN_WORKER, 1999-01, 55, 0, 2054-01"
    })
    void followsTheTablesOfTheGradualDelay(
            Category category, YearMonth born, int years, int months, YearMonth retirement) {
        StatutoryRetirement result = StatutoryRetirement.of(category, born, UNDER_THE_NEW_LAW);
        assertEquals(Period.of(years, months, 0), result.age());
        assertEquals(retirement, result.month());
    }

    @ParameterizedTest
    @CsvSource({
        "MAN, 1976-09, 2036-09",
        "WOMAN_CADRE_OR_TECHNICAL, 1981-09, 2036-09",
        "WOMAN_WORKER, 1984-11, 2034-11"
    })
    void keepsTheFormerAgesWhereTheQuestionIsPutBefore2025(Category category, YearMonth born, YearMonth retirement) {
        assertEquals(
                retirement,
                StatutoryRetirement.of(category, born, UNDER_THE_OLD_LAW).month());
        assertEquals(
                retirement,
                StatutoryRetirement.of(category, born, LocalDate.of(2024, 12, 31)).month());
    }

    @Test
    void namesTheDayForAKnownBirthDate() {
        LocalDate born = LocalDate.of(1976, 10, 31);
        assertEquals(
                LocalDate.of(2036, 10, 31),
                StatutoryRetirement.of(MAN, born, UNDER_THE_OLD_LAW).dayFor(born));
        LocalDate lastOfAugust = LocalDate.of(1965, 8, 31);
        assertEquals(
                LocalDate.of(2025, 10, 31),
                StatutoryRetirement.of(MAN, lastOfAugust, UNDER_THE_NEW_LAW).dayFor(lastOfAugust));
    }

    @Test
    void stopsAtTheLastDayOfAShorterMonth() {
        LocalDate born = LocalDate.of(1965, 1, 31);
        assertEquals(
                LocalDate.of(2025, 2, 28),
                StatutoryRetirement.of(MAN, born, UNDER_THE_NEW_LAW).dayFor(born));
    }

    @Test
    void refusesABirthDateOfAnotherMonth() {
        StatutoryRetirement woman =
                StatutoryRetirement.of(WOMAN_CADRE_OR_TECHNICAL, YearMonth.of(1980, 1), UNDER_THE_NEW_LAW);
        assertThrows(IllegalArgumentException.class, () -> woman.dayFor(LocalDate.of(1980, 2, 1)));
    }

    @Test
    void theThreeCategoriesKeepTheirFormerAges() {
        assertEquals(60, MAN.formerAge());
        assertEquals(55, WOMAN_CADRE_OR_TECHNICAL.formerAge());
        assertEquals(50, WOMAN_WORKER.formerAge());
    }
}
