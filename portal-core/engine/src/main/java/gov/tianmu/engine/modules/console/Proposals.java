package gov.tianmu.engine.modules.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The proposals in the database. Call it in a transaction. */
@ApplicationScoped
class Proposals {

    /** So many may wait for a decision; an administrator who has more has lost sight of them. */
    static final int MOST_OPEN = 40;

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    void add(Proposal proposal) {
        em.persist(proposal);
        em.flush();
    }

    Optional<Proposal> find(String id) {
        return Optional.ofNullable(em.find(Proposal.class, id));
    }

    /** The proposal, held until the transaction ends: of two who decide the second finds what the first did. */
    Optional<Proposal> held(String id) {
        Optional<Proposal> found = find(id);
        found.ifPresent(proposal -> em.refresh(proposal, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    /** Those that wait for a decision, the latest first; never more than {@link #MOST_OPEN}. */
    List<Proposal> open() {
        return em.createQuery(
                        "select p from Proposal p where p.state = :open order by p.at desc, p.id", Proposal.class)
                .setParameter("open", ProposalState.PROPOSED)
                .setMaxResults(MOST_OPEN)
                .getResultList();
    }

    /** Those of one module that wait. */
    List<Proposal> openOf(String module) {
        return em.createQuery(
                        "select p from Proposal p where p.state = :open and p.module = :module", Proposal.class)
                .setParameter("open", ProposalState.PROPOSED)
                .setParameter("module", module)
                .getResultList();
    }
}
