package gov.tianmu.engine.audit;

import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.UseCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Walks the audit trail from its first line and tells whether each follows from the one before. */
@ApplicationScoped
@UseCase(by = {Role.ADMIN, Role.SECADMIN, Role.AUDITOR})
public class CheckAuditChain {

    @Inject
    private AuditTrail trail;

    /**
     * What the walk found.
     *
     * @param lines how many lines the trail has
     * @param brokenAt the first line that does not follow; empty when all do
     */
    public record Finding(long lines, Optional<Long> brokenAt) {}

    public Outcome<Finding> walk(Actor actor) {
        return Outcome.done(new Finding(trail.length(), trail.firstBrokenLine()));
    }
}
