package gov.tianmu.web.display;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ShownDatesTest {

    private static final Instant DEADLINE = Instant.parse("2023-05-08T15:59:59Z");

    @Test
    void aDeadlineIsWrittenInChineseInTheTimeOfShanghai() {
        assertEquals("2023年5月8日 23:59", ShownDates.dateTime(DEADLINE, Locale.SIMPLIFIED_CHINESE));
    }

    @Test
    void aDeadlineIsWrittenInEnglishInTheTimeOfShanghai() {
        assertEquals("8 May 2023, 23:59", ShownDates.dateTime(DEADLINE, Locale.ENGLISH));
    }

    @Test
    void anInstantLateInTheEveningUtcIsTheNextDayInShanghai() {
        assertEquals("2023年5月9日", ShownDates.date(Instant.parse("2023-05-08T16:00:00Z"), Locale.SIMPLIFIED_CHINESE));
    }

    @Test
    void aDayHasNoTimeOfDay() {
        assertEquals("13 Apr 2023", ShownDates.date(LocalDate.of(2023, 4, 13), Locale.ENGLISH));
    }

    @Test
    void nothingIsWrittenForNoDay() {
        assertEquals("", ShownDates.date(null, Locale.ENGLISH));
        assertEquals("", ShownDates.machine(null));
    }

    @Test
    void programsReadInstantsWithTheirOffset() {
        assertEquals("2023-05-08T23:59:59+08:00", ShownDates.machine(DEADLINE));
    }
}
