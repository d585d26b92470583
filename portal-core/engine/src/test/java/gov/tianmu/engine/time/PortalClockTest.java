package gov.tianmu.engine.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortalClockTest {

    private static final Clock MACHINE =
            Clock.fixed(Instant.parse("2026-11-24T02:30:15.123456Z"), PortalClock.ZONE);

    @Test
    void aSetClockKeepsTheTimeOfDayOfTheMachine() {
        PortalClock clock = new PortalClock(MACHINE, PortalClock.asOf("2023-04-20", MACHINE));
        assertTrue(clock.isSet());
        assertEquals(Instant.parse("2023-04-20T02:30:15.123Z"), clock.now());
    }

    @Test
    void aTimeOfDayMayBeGiven() {
        PortalClock clock = new PortalClock(MACHINE, PortalClock.asOf("2023-05-08T23:59:59", MACHINE));
        assertEquals(Instant.parse("2023-05-08T15:59:59Z"), clock.now());
    }

    @Test
    void withoutASettingTheMachinesClockCountsAndCannotBeMoved() {
        PortalClock clock = new PortalClock(MACHINE, PortalClock.asOf("now", MACHINE));
        assertFalse(clock.isSet());
        assertEquals(Optional.empty(), clock.offset());
        assertThrows(IllegalStateException.class, () -> clock.moveTo(LocalDate.of(2027, 1, 1)));
    }

    @Test
    void movingChangesTheDayAndSecondsGoOn() {
        PortalClock clock = new PortalClock(MACHINE, PortalClock.asOf("2023-04-20", MACHINE));
        clock.moveTo(LocalDate.of(2023, 5, 9));
        assertEquals(LocalDate.of(2023, 5, 9), clock.today());
        assertEquals(
                Duration.ofDays(19),
                Duration.between(Instant.parse("2023-04-20T02:30:15.123Z"), clock.now()));
    }
}
