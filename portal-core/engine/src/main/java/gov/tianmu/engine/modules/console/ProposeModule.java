package gov.tianmu.engine.modules.console;

import gov.tianmu.engine.audit.AuditTrail;
import gov.tianmu.engine.audit.Deed;
import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.modules.ModuleReport;
import gov.tianmu.engine.modules.trust.SignatureFinding;
import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.UnitOfWork;
import gov.tianmu.engine.usecase.UseCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Takes an uploaded jar in as a proposal: kept aside, looked at in a dry run, and left for somebody to decide on.
 * Nothing of it runs. An earlier open proposal of the same module is discarded by it. A file that is no module at all
 * is refused; one with a faulty definition or signature is kept, since its report is what the author needs.
 */
@ApplicationScoped
@UseCase(by = Role.ADMIN, ownTransactions = true)
public class ProposeModule {

    @Inject
    private Proposals proposals;

    @Inject
    private ProposedJars jars;

    @Inject
    private Examination examination;

    @Inject
    private UnitOfWork unitOfWork;

    @Inject
    private AuditTrail audit;

    @Inject
    private PortalClock clock;

    /** What the transaction came to, and which jars are not needed any more. */
    private record Recorded(Outcome<ExaminedProposal> outcome, List<String> superseded, Set<String> open) {}

    /**
     * Takes a jar in.
     *
     * @param fileName what it is called where it came from; for the screen only
     * @param content read to its end, or to the limit; the caller closes it
     */
    public Outcome<ExaminedProposal> propose(Actor actor, String fileName, InputStream content) throws Exception {
        return propose(actor, fileName, content, proposal -> {});
    }

    /**
     * As above.
     *
     * @param also runs in the transaction that records the proposal: both are kept, or neither
     */
    public Outcome<ExaminedProposal> propose(
            Actor actor, String fileName, InputStream content, Consumer<ExaminedProposal> also) throws Exception {
        String id = UUID.randomUUID().toString();
        boolean kept = false;
        try {
            Outcome<Long> taken = jars.take(id, content);
            if (taken instanceof Outcome.Refused<Long> refused) {
                return Outcome.refused(refused.refusal());
            }
            Examination.Timed found = examination.of(jars.of(id));
            if (isNoModule(found.report())) {
                return Outcome.refused(
                        Refusal.Kind.INVALID,
                        "module.upload.no-module",
                        found.report().problems().get(0));
            }
            Proposal proposal = new Proposal(
                    id, fileName, taken.result().orElseThrow(), found.report(), actor.account(), clock.now());
            Recorded recorded = unitOfWork.run(() -> record(actor, proposal, found, also));
            kept = recorded.outcome().isDone();
            if (kept) {
                recorded.superseded().forEach(jars::delete);
                jars.keepOnly(recorded.open());
            }
            return recorded.outcome();
        } finally {
            if (!kept) {
                jars.delete(id);
            }
        }
    }

    /** Neither what it is called is known nor anything about it that its author could mend by a report. */
    private static boolean isNoModule(ModuleReport report) {
        return report.name().isEmpty()
                && report.errors().isEmpty()
                && report.signature().map(SignatureFinding::mayStart).orElse(true);
    }

    private Recorded record(
            Actor actor, Proposal proposal, Examination.Timed found, Consumer<ExaminedProposal> also) {
        ProposalRow row = proposal.row();
        List<Proposal> superseded = row.module().isEmpty() ? List.of() : proposals.openOf(row.module());
        superseded.forEach(old -> old.decide(ProposalState.DISCARDED, actor.account(), clock.now()));
        Set<String> open =
                proposals.open().stream().map(Proposal::id).collect(Collectors.toCollection(HashSet::new));
        if (open.size() >= Proposals.MOST_OPEN) {
            return new Recorded(
                    Outcome.refused(Refusal.Kind.CONFLICT, "module.proposals-full", Proposals.MOST_OPEN),
                    List.of(),
                    Set.of());
        }
        proposals.add(proposal);
        open.add(proposal.id());
        ExaminedProposal examined = examination.of(row, found);
        also.accept(examined);
        audit.append(
                actor,
                new Deed("module.proposed", Told.subject(row), Told.superseded(superseded), Told.version(row)));
        return new Recorded(
                Outcome.done(examined), superseded.stream().map(Proposal::id).toList(), open);
    }
}
