package gov.tianmu.engine.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The documents' records, for this step and those that follow. */
@ApplicationScoped
public class Documents {

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    /** The documents a case has now, in the order they came. One query. */
    public List<Document> of(String caseNumber) {
        return em.createQuery(
                        "select d from Document d where d.caseNumber = :number and d.removedAt is null"
                                + " order by d.uploadedAt, d.id",
                        Document.class)
                .setParameter("number", caseNumber)
                .getResultList();
    }

    /** Also those that were replaced or removed. */
    public List<Document> everOf(String caseNumber) {
        return em.createQuery(
                        "select d from Document d where d.caseNumber = :number order by d.uploadedAt, d.id",
                        Document.class)
                .setParameter("number", caseNumber)
                .getResultList();
    }

    Optional<Document> find(String caseNumber, String id) {
        return Optional.ofNullable(em.find(Document.class, id)).filter(d -> d.getCaseNumber().equals(caseNumber));
    }

    void add(Document document) {
        em.persist(document);
        em.flush();
    }
}
