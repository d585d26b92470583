package gov.tianmu.acceptance.container;

import gov.tianmu.engine.time.PortalClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Specializes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/** The portal's clock in a test: it stands where the test puts it, to the millisecond. */
@Specializes
@ApplicationScoped
public class StillClock extends PortalClock {

    private volatile Instant now = OnServer.MORNING.atZone(ZONE).toInstant();

    void standAt(LocalDateTime time) {
        now = time.atZone(ZONE).toInstant();
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public LocalDate today() {
        return LocalDate.ofInstant(now, ZONE);
    }

    @Override
    public boolean isSet() {
        return false;
    }

    @Override
    public void moveTo(LocalDate day, LocalTime timeOfDay) {
        standAt(LocalDateTime.of(day, timeOfDay));
    }

    @Override
    public Optional<Duration> offset() {
        return Optional.empty();
    }
}
