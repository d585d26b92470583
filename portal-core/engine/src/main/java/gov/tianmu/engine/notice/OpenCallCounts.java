package gov.tianmu.engine.notice;

import gov.tianmu.engine.modules.ModuleKind;
import gov.tianmu.engine.modules.Programs;
import gov.tianmu.engine.modules.console.CallsInHand;
import gov.tianmu.engine.time.PortalClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts the open calls of programs or notices for the console, as {@link CallView.State#OPEN} means it. */
@ApplicationScoped
class OpenCallCounts implements CallsInHand {

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    @Inject
    private Programs programs;

    @Inject
    private PortalClock clock;

    @Override
    public Map<String, Integer> open(ModuleKind kind, Collection<String> ids) {
        String id = kind == ModuleKind.PROGRAM ? "c.programId" : "c.noticeId";
        Instant now = clock.now();
        return em.createQuery(
                        "select " + id + ", c.programId, count(c) from Call c where " + id + " in :ids and c.live = true"
                                + " and c.opensAt <= :now and c.closesAt >= :second group by " + id + ", c.programId",
                        Object[].class)
                .setParameter("ids", ids)
                .setParameter("now", now)
                .setParameter("second", now.truncatedTo(ChronoUnit.SECONDS))
                .getResultStream()
                .filter(row -> programs.live((String) row[1]).isPresent())
                .collect(Collectors.toMap(
                        row -> (String) row[0], row -> ((Number) row[2]).intValue(), Integer::sum));
    }
}
