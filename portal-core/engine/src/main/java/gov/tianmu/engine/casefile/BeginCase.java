package gov.tianmu.engine.casefile;

import gov.tianmu.engine.audit.AuditTrail;
import gov.tianmu.engine.audit.Deed;
import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Organisation;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.modules.FrozenProgram;
import gov.tianmu.engine.modules.Programs;
import gov.tianmu.engine.notice.Call;
import gov.tianmu.engine.notice.Calls;
import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.UseCase;
import gov.tianmu.spi.answers.Answers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Begins an application to a call: a draft with what the sign-on already tells, pinned to the definition of today. */
@ApplicationScoped
@UseCase(by = Role.APPLICANT)
public class BeginCase {

    @Inject
    private Calls calls;

    @Inject
    private Programs programs;

    @Inject
    private CaseFiles cases;

    @Inject
    private CaseNumbers numbers;

    @Inject
    private PortalClock clock;

    @Inject
    private AuditTrail audit;

    public Outcome<CaseSummary> begin(Actor actor, String callId) {
        Optional<Call> found = calls.find(callId);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.Kind.INVALID, "call.unknown");
        }
        if (actor.organisation().isEmpty()) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN, "organisation.missing");
        }
        Call call = found.get();
        Instant now = clock.now();
        Optional<FrozenProgram> program = programs.live(call.getProgramId());
        if (!call.isLive() || program.isEmpty()) {
            return Outcome.refused(Refusal.Kind.CONFLICT, "call.unavailable");
        }
        if (now.isBefore(call.getOpensAt())) {
            return Outcome.refused(Refusal.Kind.CONFLICT, "call.not-yet-open", call.getOpensAt());
        }
        if (!call.takesSubmissionsAt(now)) {
            return Outcome.refused(Refusal.Kind.CONFLICT, "call.closed", call.getClosesAt());
        }
        Organisation organisation = actor.organisation().get();
        if (!call.isFor(organisation.name())) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN, "call.not-for-you");
        }
        CaseFile file = new CaseFile(
                numbers.next(clock.today().getYear()),
                program.get().definition().caseMark(),
                callId,
                call.getProgramId(),
                program.get().hash(),
                now);
        file.belongTo(organisation, actor);
        cases.fill(file, ClaimedAnswers.fill(program.get().definition(), organisation, Answers.EMPTY), now);
        cases.add(file);
        cases.flush();
        audit.append(actor, new Deed("case.begun", file.getNumber(), "", callId));
        return Outcome.done(CaseSummary.of(file, call.getTitle()));
    }

}
