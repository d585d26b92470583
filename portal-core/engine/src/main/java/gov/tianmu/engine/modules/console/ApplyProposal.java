package gov.tianmu.engine.modules.console;

import gov.tianmu.engine.audit.AuditTrail;
import gov.tianmu.engine.audit.Deed;
import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.modules.ModuleRow;
import gov.tianmu.engine.modules.ModuleRuntime;
import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.UnitOfWork;
import gov.tianmu.engine.usecase.UseCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Puts a proposal's jar into the modules folder; it runs, or waits for its program, when this returns. It is looked at
 * once more first: what has become worse than whoever decides saw is refused and to be looked at again.
 */
@ApplicationScoped
@UseCase(by = Role.ADMIN, ownTransactions = true)
public class ApplyProposal {

    @Inject
    private ExamineProposal examineProposal;

    @Inject
    private Proposals proposals;

    @Inject
    private ProposedJars jars;

    @Inject
    private ModuleRuntime runtime;

    @Inject
    private UnitOfWork unitOfWork;

    @Inject
    private AuditTrail audit;

    @Inject
    private PortalClock clock;

    /**
     * What was decided, and on what.
     *
     * @param seen the grade of the report that was seen; empty where none was
     * @param despiteCases whether it starts although open cases do not fit its form; needs a report that was seen
     */
    public record Decision(Optional<ReportGrade> seen, boolean despiteCases) {

        public Decision {
            Objects.requireNonNull(seen, "seen");
        }
    }

    public Outcome<ModuleRow> apply(Actor actor, String id, Decision decision) throws Exception {
        return apply(actor, id, decision, module -> {});
    }

    /** @param also runs in the transaction that records it: both are kept, or neither */
    public Outcome<ModuleRow> apply(Actor actor, String id, Decision decision, Consumer<ModuleRow> also)
            throws Exception {
        Outcome<ExaminedProposal> examined = examineProposal.examine(actor, id);
        if (examined instanceof Outcome.Refused<ExaminedProposal> refused) {
            return Outcome.refused(refused.refusal());
        }
        ExaminedProposal now = examined.result().orElseThrow();
        Optional<Refusal> objection = objection(now.grade(), decision);
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        Outcome<ModuleRow> put = put(actor, id, decision);
        if (put instanceof Outcome.Done<ModuleRow> done) {
            unitOfWork.run(() -> record(actor, now, decision, done.value(), also));
            jars.delete(id);
        }
        return put;
    }

    private Outcome<ModuleRow> put(Actor actor, String id, Decision decision) throws Exception {
        Path jar = jars.of(id);
        try {
            return runtime.put(actor, jar, decision.despiteCases());
        } catch (UncheckedIOException unreadable) {
            if (Files.exists(jar)) {
                throw unreadable;
            }
            return Outcome.refused(
                    ExamineProposal.whyGone(unitOfWork.run(() -> proposals.find(id).map(Proposal::row))));
        }
    }

    private static Optional<Refusal> objection(ReportGrade now, Decision decision) {
        if (decision.seen().filter(now::isWorseThan).isPresent()) {
            return Optional.of(Refusal.of(Refusal.Kind.CONFLICT, "module.report-worse"));
        }
        if (now.misfits() > 0 && !(decision.despiteCases() && decision.seen().isPresent())) {
            return Optional.of(Refusal.of(Refusal.Kind.CONFLICT, "module.breaks-cases", now.misfits()));
        }
        return Optional.empty();
    }

    /** The folder has changed by now: whatever somebody else made of the proposal meanwhile, this is what happened. */
    private Void record(
            Actor actor, ExaminedProposal examined, Decision decision, ModuleRow module, Consumer<ModuleRow> also) {
        proposals
                .held(examined.proposal().id())
                .ifPresent(held -> held.decide(ProposalState.APPLIED, actor.account(), clock.now()));
        also.accept(module);
        String despite = decision.despiteCases() && examined.grade().misfits() > 0
                ? " despite " + examined.grade().misfits() + " cases"
                : "";
        audit.append(
                actor,
                new Deed(
                        "module.applied",
                        Told.subject(module.name()),
                        examined.report().inForce().orElse(""),
                        Told.version(examined.proposal()) + despite));
        return null;
    }
}
