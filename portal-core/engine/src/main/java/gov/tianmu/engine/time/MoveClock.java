package gov.tianmu.engine.time;

import gov.tianmu.engine.audit.AuditTrail;
import gov.tianmu.engine.audit.Deed;
import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.UseCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;

/** Moves the portal's date forward while the clock is set for a demonstration, so that a walk fits in one sitting. */
@ApplicationScoped
@UseCase(by = Role.ADMIN)
public class MoveClock {

    /** Further than this is a slip of the keyboard. */
    private static final int MOST_YEARS = 20;

    @Inject
    private PortalClock clock;

    @Inject
    private KeptClock kept;

    @Inject
    private AuditTrail audit;

    public Outcome<Instant> moveTo(Actor actor, LocalDate day) {
        if (!clock.isSet()) {
            return Outcome.refused(Refusal.Kind.CONFLICT, "clock.real");
        }
        if (day == null || !day.isAfter(clock.today())) {
            return Outcome.refused(Refusal.Kind.INVALID, "clock.backwards");
        }
        if (day.isAfter(clock.today().plusYears(MOST_YEARS))) {
            return Outcome.refused(Refusal.Kind.INVALID, "clock.too-far", MOST_YEARS);
        }
        LocalDate before = clock.today();
        audit.append(actor, new Deed("clock.moved", "clock", before.toString(), day.toString()));
        clock.moveTo(day);
        kept.keep();
        return Outcome.done(clock.now());
    }
}
