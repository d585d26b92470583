package gov.tianmu.engine.document;

import gov.tianmu.engine.casefile.AttachedDocuments;
import gov.tianmu.engine.casefile.CaseFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells the case step which requirements have documents, and moves a draft's documents to others. */
@ApplicationScoped
class DocumentPlaces implements AttachedDocuments {

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    @Inject
    private Documents documents;

    @Override
    public Map<String, List<Attached>> of(Collection<String> caseNumbers) {
        if (caseNumbers.isEmpty()) {
            return Map.of();
        }
        return em.createQuery(
                        "select d from Document d where d.caseNumber in :numbers and d.removedAt is null"
                                + " order by d.uploadedAt, d.id",
                        Document.class)
                .setParameter("numbers", caseNumbers)
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(
                        Document::getCaseNumber,
                        Collectors.mapping(d -> new Attached(d.getRequirement(), d.target()), Collectors.toList())));
    }

    @Override
    public void move(CaseFile draft, Function<String, Optional<String>> place, Instant now) {
        for (Document document : documents.of(draft.getNumber())) {
            place.apply(document.getRequirement())
                    .ifPresentOrElse(document::standFor, () -> document.remove(draft.getSubmissions(), now));
        }
    }
}
