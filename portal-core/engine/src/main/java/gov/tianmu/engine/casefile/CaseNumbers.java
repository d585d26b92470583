package gov.tianmu.engine.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionalException;

/** Gives out case numbers, one after another without gaps: a transaction that fails gives its number back. */
@ApplicationScoped
public class CaseNumbers {

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    @Inject
    private CaseYears years;

    /** The next number of a year, e.g. 2023-0017. Whoever wants the one after waits for this transaction. */
    String next(int year) {
        CaseNumberSequence sequence = em.find(CaseNumberSequence.class, year, LockModeType.PESSIMISTIC_WRITE);
        if (sequence == null) {
            try {
                years.begin(year);
            } catch (PersistenceException | TransactionalException begunMeanwhile) {
                // Two first cases of a year at once: the other one's row serves both. If there is none, the next
                // line says so.
            }
            sequence = em.find(CaseNumberSequence.class, year, LockModeType.PESSIMISTIC_WRITE);
        }
        return sequence.next();
    }
}
