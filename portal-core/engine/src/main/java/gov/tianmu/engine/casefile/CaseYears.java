package gov.tianmu.engine.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Begins a year's case numbers, in a transaction of its own so that losing the race to do so spoils nothing. */
@ApplicationScoped
public class CaseYears {

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void begin(int year) {
        em.persist(new CaseNumberSequence(year));
        em.flush();
    }
}
