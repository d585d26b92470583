package gov.tianmu.engine.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The time the portal works by. Ordinarily the machine's; for a demonstration it is set to a date and runs on from
 * there, and every page says so. Nothing in the portal reads another clock.
 *
 * <p>A set clock keeps the machine's time of day and is moved by whole days, so seconds still pass as everybody
 * expects. It can be moved forward only: what has happened stays in the past.
 */
@ApplicationScoped
public class PortalClock {

    /** Deadlines are instants of this zone. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Clock machine;
    private volatile Optional<Duration> offset;

    public PortalClock() {
        this(Clock.systemUTC(), asOf(System.getenv("PORTAL_AS_OF"), Clock.systemUTC()));
    }

    PortalClock(Clock machine, Optional<Duration> offset) {
        this.machine = machine;
        this.offset = offset;
    }

    /** A clock that stands apart from the machine's by the given time; for tests and demonstrations. */
    public static PortalClock apartBy(Clock machine, Duration offset) {
        return new PortalClock(machine, Optional.of(offset));
    }

    /** To the millisecond, so that what is kept and what is read back are equal on every database. */
    public Instant now() {
        return machine.instant().plus(offset.orElse(Duration.ZERO)).truncatedTo(ChronoUnit.MILLIS);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now(), ZONE);
    }

    /** Whether the clock is set for a demonstration. */
    public boolean isSet() {
        return offset.isPresent();
    }

    /** Moves a set clock to this day (keeping the time of day). */
    public void moveTo(LocalDate day) {
        moveTo(day, LocalTime.ofInstant(machine.instant(), ZONE));
    }

    /** Moves a set clock to this day and time of day. */
    public void moveTo(LocalDate day, LocalTime timeOfDay) {
        if (!isSet()) {
            throw new IllegalStateException("the portal runs by the machine's clock");
        }
        offset = Optional.of(Duration.between(
                machine.instant(), LocalDateTime.of(day, timeOfDay).atZone(ZONE).toInstant()));
    }

    /** How far a set clock stands from the machine's, to keep it over a restart. */
    public Optional<Duration> offset() {
        return offset;
    }

    /** Sets the distance again that a restart found in the database. */
    public void restore(Duration kept) {
        if (isSet()) {
            offset = Optional.of(kept);
        }
    }

    /**
     * Reads {@code PORTAL_AS_OF}: empty or {@code now} for the machine's clock, else an ISO date (2023-04-20) or an
     * ISO date and time in Asia/Shanghai (2023-04-20T09:00).
     */
    static Optional<Duration> asOf(String setting, Clock machine) {
        if (setting == null || setting.isBlank() || setting.equals("now")) {
            return Optional.empty();
        }
        Instant wanted = setting.contains("T")
                ? LocalDateTime.parse(setting).atZone(ZONE).toInstant()
                : LocalDateTime.of(LocalDate.parse(setting), LocalTime.ofInstant(machine.instant(), ZONE))
                        .atZone(ZONE)
                        .toInstant();
        return Optional.of(Duration.between(machine.instant(), wanted));
    }
}
