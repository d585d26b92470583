package gov.tianmu.engine.casefile;

import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Organisation;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.notice.Call;
import gov.tianmu.engine.notice.Calls;
import gov.tianmu.engine.usecase.PageOf;
import gov.tianmu.engine.usecase.PageRequest;
import gov.tianmu.engine.usecase.UseCase;
import gov.tianmu.spi.definition.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The cases of the applicant's own organisation, newest change first. Three queries, however many there are. */
@ApplicationScoped
@UseCase(by = Role.APPLICANT)
public class ListOwnCases {

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    @Inject
    private Calls calls;

    public PageOf<CaseSummary> list(Actor actor, PageRequest page) {
        String uscc = actor.organisation().map(Organisation::uscc).orElse("");
        String where = " from CaseFile c where c.uscc = :uscc and c.stage <> gov.tianmu.engine.casefile.CaseStage.DISCARDED";
        long total = em.createQuery("select count(c)" + where, Long.class)
                .setParameter("uscc", uscc)
                .getSingleResult();
        List<CaseFile> found = em.createQuery("select c" + where + " order by c.changedAt desc, c.number desc", CaseFile.class)
                .setParameter("uscc", uscc)
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultList();
        Set<String> callIds = found.stream().map(CaseFile::getCallId).collect(Collectors.toSet());
        Map<String, Call> byId = calls.byId(callIds);
        return new PageOf<>(
                total,
                found.stream()
                        .map(c -> CaseSummary.of(c, byId.containsKey(c.getCallId()) ? byId.get(c.getCallId()).getTitle() : Text.EMPTY))
                        .toList());
    }
}
