package gov.tianmu.web.applicant;

import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.web.display.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;

/** The time left until a deadline, in words: 18天3小时28分. */
@Named("timeLeft")
@RequestScoped
public class TimeLeft {

    @Inject
    private PortalClock clock;

    @Inject
    private Texts texts;

    public String until(Instant deadline) {
        Duration left = Duration.between(clock.now(), deadline);
        if (left.isNegative()) {
            return texts.of("my.left.over");
        }
        return left.toDays() > 0
                ? texts.of("my.left.days", left.toDays(), left.toHoursPart(), left.toMinutesPart())
                : texts.of("my.left.hours", left.toHoursPart(), left.toMinutesPart());
    }
}
