package gov.tianmu.engine.review;

import gov.tianmu.engine.casefile.EditableTargets;
import gov.tianmu.engine.submission.CaseSubmitted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The corrections of cases. Tells the steps upstream what an applicant may change while a case is returned. */
@ApplicationScoped
public class Corrections implements EditableTargets {

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    /** All corrections ever asked of a case, in pin order. */
    public List<Correction> of(String caseNumber) {
        return em.createQuery(
                        "select c from Correction c where c.caseNumber = :number order by c.ordinal", Correction.class)
                .setParameter("number", caseNumber)
                .getResultList();
    }

    List<Correction> of(String caseNumber, Correction.State state) {
        return of(caseNumber).stream().filter(c -> c.getState() == state).toList();
    }

    Optional<Correction> find(String caseNumber, String id) {
        return of(caseNumber).stream().filter(c -> c.getId().equals(id)).findFirst();
    }

    void add(Correction correction) {
        em.persist(correction);
    }

    void remove(Correction correction) {
        em.remove(correction);
    }

    @Override
    public Set<String> pinnedFields(String caseNumber) {
        return pinned(caseNumber, c -> !c.isForDocument());
    }

    @Override
    public Set<String> pinnedDocuments(String caseNumber) {
        return pinned(caseNumber, Correction::isForDocument);
    }

    private Set<String> pinned(String caseNumber, Predicate<Correction> which) {
        return of(caseNumber, Correction.State.SENT).stream()
                .filter(which)
                .map(Correction::getTarget)
                .collect(Collectors.toSet());
    }

    /** Handing in again answers what was asked. */
    void mended(@Observes CaseSubmitted submitted) {
        of(submitted.number(), Correction.State.SENT).forEach(Correction::mended);
    }
}
