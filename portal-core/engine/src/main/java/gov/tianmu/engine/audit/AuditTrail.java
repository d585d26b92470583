package gov.tianmu.engine.audit;

import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.time.PortalClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/**
 * The audit trail: append-only, in the transaction of the deed it tells. Fails when there is none: nothing may be done
 * that is not told.
 */
@ApplicationScoped
public class AuditTrail {

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    @Inject
    private PortalClock clock;

    /** Adds a line. Call it last in a use case: it holds the end of the chain until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(Actor actor, Deed deed) {
        AuditHead head = em.find(AuditHead.class, AuditHead.ONLY, LockModeType.PESSIMISTIC_WRITE);
        AuditEntry entry =
                new AuditEntry(head.next(), clock.now(), actor.account(), actor.name(), deed, head.hash());
        em.persist(entry);
        head.moveTo(entry);
    }

    /** All lines on one subject, oldest first. */
    public List<AuditEntry> of(String subject) {
        return em.createQuery("select a from AuditEntry a where a.subject = :subject order by a.seq", AuditEntry.class)
                .setParameter("subject", subject)
                .getResultList();
    }

    /** How many lines there are. */
    long length() {
        return em.createQuery("select count(a) from AuditEntry a", Long.class).getSingleResult();
    }

    /**
     * Walks the whole chain.
     *
     * @return the first line that does not follow from the one before, if any
     */
    public Optional<Long> firstBrokenLine() {
        String expected = "0".repeat(64);
        long seq = 0;
        List<AuditEntry> lines;
        do {
            lines = em.createQuery("select a from AuditEntry a where a.seq > :seq order by a.seq", AuditEntry.class)
                    .setParameter("seq", seq)
                    .setMaxResults(500)
                    .getResultList();
            for (AuditEntry line : lines) {
                if (line.seq() != seq + 1
                        || !line.previousHash().equals(expected)
                        || !line.hash().equals(line.hashOfWords())) {
                    return Optional.of(seq + 1);
                }
                seq = line.seq();
                expected = line.hash();
            }
            em.clear();
        } while (!lines.isEmpty());
        AuditHead head = em.find(AuditHead.class, AuditHead.ONLY);
        return head.hash().equals(expected) ? Optional.empty() : Optional.of(seq + 1);
    }
}
