package gov.tianmu.engine.casefile;

import gov.tianmu.engine.audit.AuditTrail;
import gov.tianmu.engine.audit.Deed;
import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.UseCase;
import gov.tianmu.spi.definition.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.OptionalLong;

/** Gives up a draft, or withdraws a case that was handed in and is not yet public. */
@ApplicationScoped
@UseCase(by = Role.APPLICANT)
public class GiveUpCase {

    @Inject
    private CaseFiles cases;

    @Inject
    private PortalClock clock;

    @Inject
    private AuditTrail audit;

    public Outcome<CaseSummary> giveUp(Actor actor, String number, OptionalLong seenVersion) {
        return cases.ownForChange(actor, number, seenVersion).flatMap(file -> {
            CaseStage before = file.getStage();
            // A draft that was never handed in just goes; anything an officer has seen is withdrawn.
            CaseStage to = file.getSubmissions() == 0 ? CaseStage.DISCARDED : CaseStage.WITHDRAWN;
            EnumSet<CaseStage> from = EnumSet.of(
                    CaseStage.DRAFT, CaseStage.SUBMITTED, CaseStage.RETURNED, CaseStage.ACCEPTED, CaseStage.REVIEWED);
            return file.move(from, to, clock.now()).<Outcome<CaseSummary>>map(Outcome::refused).orElseGet(() -> {
                cases.flush();
                audit.append(actor, new Deed("case." + to.code(), number, before.code(), to.code()));
                return Outcome.done(CaseSummary.of(file, Text.EMPTY));
            });
        });
    }
}
