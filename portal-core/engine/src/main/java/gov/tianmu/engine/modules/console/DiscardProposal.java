package gov.tianmu.engine.modules.console;

import gov.tianmu.engine.audit.AuditTrail;
import gov.tianmu.engine.audit.Deed;
import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.UnitOfWork;
import gov.tianmu.engine.usecase.UseCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Consumer;

/** Throws a proposal and its jar away. */
@ApplicationScoped
@UseCase(by = Role.ADMIN, ownTransactions = true)
public class DiscardProposal {

    @Inject
    private Proposals proposals;

    @Inject
    private ProposedJars jars;

    @Inject
    private UnitOfWork unitOfWork;

    @Inject
    private AuditTrail audit;

    @Inject
    private PortalClock clock;

    public Outcome<ProposalRow> discard(Actor actor, String id) throws Exception {
        return discard(actor, id, proposal -> {});
    }

    /** @param also runs in the transaction that records it: both are kept, or neither */
    public Outcome<ProposalRow> discard(Actor actor, String id, Consumer<ProposalRow> also) throws Exception {
        Outcome<ProposalRow> outcome = unitOfWork.run(() -> {
            Optional<Proposal> held = proposals.held(id);
            if (held.isEmpty()) {
                return Outcome.refused(Refusal.notFound());
            }
            ProposalRow before = held.get().row();
            if (!before.isOpen()) {
                return Outcome.refused(ExamineProposal.decided(before));
            }
            held.get().decide(ProposalState.DISCARDED, actor.account(), clock.now());
            ProposalRow after = held.get().row();
            also.accept(after);
            audit.append(actor, new Deed("module.discarded", Told.subject(after), Told.version(after), ""));
            return Outcome.done(after);
        });
        if (outcome.isDone()) {
            jars.delete(id);
        }
        return outcome;
    }
}
