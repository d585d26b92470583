package gov.tianmu.engine.review;

import gov.tianmu.engine.casefile.CaseFile;
import gov.tianmu.engine.casefile.CaseStage;
import gov.tianmu.engine.casefile.CaseSummary;
import gov.tianmu.engine.database.LikePattern;
import gov.tianmu.engine.identity.Actor;
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
import jakarta.persistence.TypedQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The officers' queue over all programs: filtered, counted and paged in the database. */
@ApplicationScoped
@UseCase(by = {Role.OFFICER, Role.LEADER})
public class CaseQueue {

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    @Inject
    private Calls calls;

    /** How the queue is ordered. */
    public enum Order {
        /** Those that wait longest first. */
        WAITING("c.stageSince asc, c.number"),
        NEWEST("c.submittedAt desc, c.number desc"),
        NUMBER("c.number asc");

        private final String clause;

        Order(String clause) {
            this.clause = clause;
        }
    }

    /**
     * What is looked for; an empty part does not narrow.
     *
     * @param words looked for in number, title and unit
     * @param handedInAgain only cases handed in again after corrections, or only those handed in once
     */
    public record Filter(
            String programId,
            String callId,
            Set<CaseStage> stages,
            String words,
            Order order,
            Optional<Boolean> handedInAgain) {

        public Filter {
            programId = programId == null ? "" : programId;
            callId = callId == null ? "" : callId;
            stages = Set.copyOf(stages);
            words = words == null ? "" : words.strip().toLowerCase();
            order = order == null ? Order.WAITING : order;
        }

        public Filter(String programId, String callId, Set<CaseStage> stages, String words, Order order) {
            this(programId, callId, stages, words, order, Optional.empty());
        }

        public static Filter all() {
            return new Filter("", "", Set.of(), "", Order.WAITING);
        }
    }

    /** How many cases of a call stand in each stage. */
    public record CallCounts(String callId, String programId, Text title, Map<CaseStage, Long> byStage) {

        public long total() {
            return byStage.values().stream().mapToLong(Long::longValue).sum();
        }

        public long in(CaseStage stage) {
            return byStage.getOrDefault(stage, 0L);
        }
    }

    /** How many cases there are: one query. */
    public long count(Actor actor, Filter filter) {
        return bound(em.createQuery("select count(c)" + whereOf(filter), Long.class), filter)
                .getSingleResult();
    }

    private static String whereOf(Filter filter) {
        StringBuilder where = new StringBuilder(" from CaseFile c where c.submissions > 0");
        if (!filter.programId().isEmpty()) {
            where.append(" and c.programId = :program");
        }
        if (!filter.callId().isEmpty()) {
            where.append(" and c.callId = :call");
        }
        if (!filter.stages().isEmpty()) {
            where.append(" and c.stage in :stages");
        }
        if (!filter.words().isEmpty()) {
            where.append(" and (lower(c.number) like :words or lower(c.title) like :words")
                    .append(" or lower(c.orgName) like :words)");
        }
        filter.handedInAgain()
                .ifPresent(again -> where.append(again ? " and c.submissions > 1" : " and c.submissions = 1"));
        return where.toString();
    }

    /** One page of the queue: three queries, however long it is. */
    public PageOf<CaseSummary> list(Actor actor, Filter filter, PageRequest page) {
        String where = whereOf(filter);
        long total = bound(em.createQuery("select count(c)" + where, Long.class), filter)
                .getSingleResult();
        List<CaseFile> found = bound(
                        em.createQuery("select c" + where + " order by " + filter.order().clause, CaseFile.class),
                        filter)
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultList();
        Map<String, Call> byId =
                calls.byId(found.stream().map(CaseFile::getCallId).collect(Collectors.toSet()));
        return new PageOf<>(
                total,
                found.stream()
                        .map(c -> CaseSummary.of(c, byId.get(c.getCallId()).getTitle()))
                        .toList());
    }

    private static <T> TypedQuery<T> bound(TypedQuery<T> query, Filter filter) {
        if (!filter.programId().isEmpty()) {
            query.setParameter("program", filter.programId());
        }
        if (!filter.callId().isEmpty()) {
            query.setParameter("call", filter.callId());
        }
        if (!filter.stages().isEmpty()) {
            query.setParameter("stages", filter.stages());
        }
        if (!filter.words().isEmpty()) {
            query.setParameter("words", LikePattern.containing(filter.words()));
        }
        return query;
    }

    /** The counts of every call that has cases or is open now, in the calls' order. Two queries. */
    public List<CallCounts> counts(Actor actor) {
        List<Object[]> rows = em.createQuery(
                        "select c.callId, c.stage, count(c) from CaseFile c where c.submissions > 0"
                                + " group by c.callId, c.stage",
                        Object[].class)
                .getResultList();
        Map<String, Map<CaseStage, Long>> byCall = new LinkedHashMap<>();
        for (Object[] row : rows) {
            byCall.computeIfAbsent((String) row[0], k -> new LinkedHashMap<>())
                    .put((CaseStage) row[1], (Long) row[2]);
        }
        Map<String, Call> shown = new LinkedHashMap<>();
        calls.live().forEach(c -> shown.put(c.getId(), c));
        Set<String> gone = byCall.keySet().stream()
                .filter(id -> !shown.containsKey(id))
                .collect(Collectors.toSet());
        shown.putAll(calls.byId(gone));
        return shown.values().stream()
                .map(c -> new CallCounts(
                        c.getId(), c.getProgramId(), c.getTitle(), byCall.getOrDefault(c.getId(), Map.of())))
                .toList();
    }
}
