package gov.tianmu.engine.casefile;

import gov.tianmu.engine.modules.ModuleKind;
import gov.tianmu.engine.modules.console.CasesInHand;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts the cases of programs or notices that are not over, for the console. */
@ApplicationScoped
class OpenCaseCounts implements CasesInHand {

    private static final Set<CaseStage> OPEN =
            Stream.of(CaseStage.values()).filter(stage -> !stage.isFinal()).collect(Collectors.toUnmodifiableSet());

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    @Override
    public Map<String, Count> open(ModuleKind kind, Collection<String> ids) {
        String query = kind == ModuleKind.PROGRAM
                ? "select c.programId, c.stage, count(c) from CaseFile c"
                        + " where c.programId in :ids and c.stage in :open group by c.programId, c.stage"
                : "select k.noticeId, c.stage, count(c) from CaseFile c, Call k"
                        + " where k.id = c.callId and k.noticeId in :ids and c.stage in :open"
                        + " group by k.noticeId, c.stage";
        Map<String, Count> counts = new HashMap<>();
        em.createQuery(query, Object[].class)
                .setParameter("ids", ids)
                .setParameter("open", OPEN)
                .getResultStream()
                .forEach(row -> counts.merge(
                        (String) row[0], count((CaseStage) row[1], ((Number) row[2]).intValue()), Count::and));
        return counts;
    }

    private static Count count(CaseStage stage, int cases) {
        return stage == CaseStage.DRAFT ? new Count(cases, 0) : new Count(0, cases);
    }
}
