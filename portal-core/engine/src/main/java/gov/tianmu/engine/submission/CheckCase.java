package gov.tianmu.engine.submission;

import gov.tianmu.engine.casefile.CaseFiles;
import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.UseCase;
import gov.tianmu.engine.usecase.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Tells everything a submission would object to, before it is tried. */
@ApplicationScoped
@UseCase(by = {Role.APPLICANT, Role.OFFICER, Role.LEADER})
public class CheckCase {

    @Inject
    private CaseFiles cases;

    @Inject
    private CaseChecks checks;

    public Outcome<List<Violation>> check(Actor actor, String number) {
        return cases.visibleTo(actor, number)
                .<Outcome<List<Violation>>>map(file -> Outcome.done(checks.check(file)))
                .orElseGet(() -> Outcome.refused(Refusal.notFound()));
    }
}
