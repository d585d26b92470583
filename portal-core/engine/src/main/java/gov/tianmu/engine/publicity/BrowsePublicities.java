package gov.tianmu.engine.publicity;

import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.engine.usecase.PageOf;
import gov.tianmu.engine.usecase.PageRequest;
import gov.tianmu.engine.usecase.UseCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The lists before the public, for everybody. Drafts do not exist here. */
@ApplicationScoped
@UseCase(open = true)
public class BrowsePublicities {

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    @Inject
    private Publicities publicities;

    @Inject
    private PortalClock clock;

    /** Those whose time has begun, the running ones first, then the newest. Three queries. */
    public PageOf<PublicityView> list(PageRequest page) {
        Instant now = clock.now();
        String where = " from Publicity p where p.state <> gov.tianmu.engine.publicity.Publicity.State.DRAFT"
                + " and p.opensAt <= :now";
        long total = em.createQuery("select count(p)" + where, Long.class)
                .setParameter("now", now)
                .getSingleResult();
        List<Publicity> found = em.createQuery("select p" + where + " order by p.closesAt desc, p.id", Publicity.class)
                .setParameter("now", now)
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultList();
        Map<String, Long> counts = counts(found);
        return new PageOf<>(
                total,
                found.stream()
                        .map(p -> publicities.brief(p, counts.getOrDefault(p.getId(), 0L)))
                        .toList());
    }

    /** Those that run now, the first to end first, without the number of their lines: one query. */
    public List<PublicityView> running(int most) {
        return em
                .createQuery(
                        "select p from Publicity p where p.state = :state and p.opensAt <= :now and p.closesAt >= :now"
                                + " order by p.closesAt, p.id",
                        Publicity.class)
                .setParameter("state", Publicity.State.PUBLIC)
                .setParameter("now", clock.now())
                .setMaxResults(most)
                .getResultStream()
                .map(list -> publicities.brief(list, 0))
                .toList();
    }

    private Map<String, Long> counts(List<Publicity> found) {
        if (found.isEmpty()) {
            return Map.of();
        }
        return em
                .createQuery(
                        "select e.publicityId, count(e.caseNumber) from PublicityEntry e"
                                + " where e.publicityId in :ids group by e.publicityId",
                        Object[].class)
                .setParameter("ids", found.stream().map(Publicity::getId).toList())
                .getResultList()
                .stream()
                .collect(Collectors.toMap(r -> (String) r[0], r -> (Long) r[1]));
    }

    /** One list with its lines. */
    public Optional<PublicityView> read(String id) {
        return publicities
                .find(id)
                .filter(p -> p.getState() != Publicity.State.DRAFT)
                .filter(p -> p.getOpensAt().map(o -> !clock.now().isBefore(o)).orElse(false))
                .map(publicities::view);
    }
}
