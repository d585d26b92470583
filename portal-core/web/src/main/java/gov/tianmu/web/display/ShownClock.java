package gov.tianmu.web.display;

import gov.tianmu.engine.time.PortalClock;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The portal's time as pages need it: the banner of a set clock, how much of a window has passed, the days left. */
@Named("clock")
@RequestScoped
public class ShownClock {

    /** Below this many days a deadline is shown as close. */
    private static final long CLOSE = 3;

    @Inject
    private PortalClock clock;

    public boolean isSet() {
        return clock.isSet();
    }

    public Instant getNow() {
        return clock.now();
    }

    public LocalDate getToday() {
        return clock.today();
    }

    public boolean isPast(Instant moment) {
        return !clock.now().isBefore(moment);
    }

    /** Whole calendar days from today to the day of the deadline; 0 on that day, negative after it. */
    public long daysLeft(Instant deadline) {
        return ChronoUnit.DAYS.between(clock.today(), LocalDate.ofInstant(deadline, PortalClock.ZONE));
    }

    /** Whether less than three days remain. */
    public boolean isClose(Instant deadline) {
        return daysLeft(deadline) < CLOSE;
    }

    /** How much of a window has passed, 0 to 100. */
    public long percent(Instant opens, Instant closes) {
        long whole = Duration.between(opens, closes).toSeconds();
        long past = Duration.between(opens, clock.now()).toSeconds();
        if (whole <= 0) {
            return past < 0 ? 0 : 100;
        }
        return Math.max(0, Math.min(100, past * 100 / whole));
    }
}
