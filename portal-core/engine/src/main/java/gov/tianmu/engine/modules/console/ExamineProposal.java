package gov.tianmu.engine.modules.console;

import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.UnitOfWork;
import gov.tianmu.engine.usecase.UseCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Looks at a proposal as if it were to start now. Starts nothing, changes nothing. */
@ApplicationScoped
@UseCase(by = Role.ADMIN, ownTransactions = true)
public class ExamineProposal {

    @Inject
    private Proposals proposals;

    @Inject
    private ProposedJars jars;

    @Inject
    private Examination examination;

    @Inject
    private UnitOfWork unitOfWork;

    /** What a dry run finds of an open proposal; refused when it was decided on or its jar is lost. */
    public Outcome<ExaminedProposal> examine(Actor actor, String id) throws Exception {
        Optional<ProposalRow> found = unitOfWork.run(() -> proposals.find(id).map(Proposal::row));
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.notFound());
        }
        ProposalRow proposal = found.get();
        if (!proposal.isOpen()) {
            return Outcome.refused(decided(proposal));
        }
        Path jar = jars.of(id);
        try {
            return Outcome.done(examination.of(proposal, jar));
        } catch (UncheckedIOException unreadable) {
            if (Files.exists(jar)) {
                throw unreadable;
            }
            return Outcome.refused(whyGone(unitOfWork.run(() -> proposals.find(id).map(Proposal::row))));
        }
    }

    /** Why the jar of a proposal is not there any more: somebody decided on it at this very moment, or it is lost. */
    static Refusal whyGone(Optional<ProposalRow> proposal) {
        return proposal.filter(row -> !row.isOpen())
                .map(ExamineProposal::decided)
                .orElseGet(() -> Refusal.of(Refusal.Kind.GONE, "module.proposal-lost"));
    }

    /** A proposal as it stands, decided on or not. */
    public Outcome<ProposalRow> read(Actor actor, String id) throws Exception {
        return unitOfWork.run(() -> proposals
                .find(id)
                .<Outcome<ProposalRow>>map(proposal -> Outcome.done(proposal.row()))
                .orElseGet(() -> Outcome.refused(Refusal.notFound())));
    }

    /** Those that wait for a decision, the latest first; some dozens at most. */
    public List<ProposalRow> open(Actor actor) throws Exception {
        return unitOfWork.run(() -> proposals.open().stream().map(Proposal::row).toList());
    }

    static Refusal decided(ProposalRow proposal) {
        return Refusal.of(
                Refusal.Kind.CONFLICT,
                "module.proposal-decided",
                proposal.decidedBy(),
                proposal.decidedAt().orElseThrow(),
                proposal.state().code());
    }
}
