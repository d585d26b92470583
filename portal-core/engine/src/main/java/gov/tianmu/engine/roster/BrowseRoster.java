package gov.tianmu.engine.roster;

import gov.tianmu.engine.database.LikePattern;
import gov.tianmu.engine.modules.Programs;
import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.engine.usecase.PageOf;
import gov.tianmu.engine.usecase.PageRequest;
import gov.tianmu.engine.usecase.UseCase;
import gov.tianmu.spi.definition.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** The published rosters, for everybody: searched, filtered and paged in the database. */
@ApplicationScoped
@UseCase(open = true)
public class BrowseRoster {

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    @Inject
    private Programs programs;

    @Inject
    private PortalClock clock;

    /** A program's roster in the list of rosters. */
    public record RosterSummary(String programId, Text title, long entries, int newestYear) {}

    /** What to narrow a roster by; empty parts do not narrow. */
    public record Filter(String words, OptionalInt year, Optional<RosterEntry.Standing> standing, String trade) {

        public static final Filter NONE = new Filter("", OptionalInt.empty(), Optional.empty(), "");

        public Filter {
            words = words == null ? "" : words.strip().toLowerCase(Locale.ROOT);
            trade = trade == null ? "" : trade.strip();
        }
    }

    /** A title as it is shown. */
    public record Row(
            String id,
            String programId,
            int ordinal,
            String name,
            String unit,
            String leader,
            String trade,
            int awardedYear,
            Optional<LocalDate> since,
            Optional<LocalDate> until,
            RosterEntry.Standing standing,
            String noticeId) {

        static Row of(RosterEntry entry, LocalDate today) {
            return new Row(
                    entry.getId(),
                    entry.getProgramId(),
                    entry.getOrdinal(),
                    entry.getName(),
                    entry.getUnit(),
                    entry.getLeader(),
                    entry.getTrade(),
                    entry.getAwardedYear(),
                    entry.getSince(),
                    entry.getUntil(),
                    entry.standingOn(today),
                    entry.getNoticeId());
        }
    }

    /** By what a roster can be narrowed: the years and trades there are. */
    public record Facets(List<Integer> years, List<String> trades) {}

    /** All rosters with their counts: one query. A program whose module has gone keeps its roster. */
    public List<RosterSummary> rosters() {
        return em
                .createQuery(
                        "select r.programId, count(r), max(r.awardedYear) from RosterEntry r"
                                + " group by r.programId order by r.programId",
                        Object[].class)
                .getResultList()
                .stream()
                .map(r -> new RosterSummary((String) r[0], titleOf((String) r[0]), (Long) r[1], (Integer) r[2]))
                .toList();
    }

    /** What the program calls its titles, also when its module is gone; its id when none ever told. */
    public Text titleOf(String programId) {
        return programs.known(programId)
                .map(p -> p.definition().result().title())
                .orElse(Text.of(programId));
    }

    /** Whether there is such a roster, or a running program that will have one. */
    public boolean exists(String programId) {
        return programs.live(programId).isPresent()
                || !em.createQuery("select r.id from RosterEntry r where r.programId = :program", String.class)
                        .setParameter("program", programId)
                        .setMaxResults(1)
                        .getResultList()
                        .isEmpty();
    }

    /** One page, newest awards first. Two queries. */
    public PageOf<Row> list(String programId, Filter filter, PageRequest page) {
        LocalDate today = clock.today();
        StringBuilder where = new StringBuilder(" from RosterEntry r where r.programId = :program");
        if (!filter.words().isEmpty()) {
            where.append(" and r.searched like :words");
        }
        if (filter.year().isPresent()) {
            where.append(" and r.awardedYear = :year");
        }
        if (!filter.trade().isEmpty()) {
            where.append(" and r.trade = :trade");
        }
        filter.standing().ifPresent(s -> where.append(standingClause(s)));
        long total = bound(em.createQuery("select count(r)" + where, Long.class), programId, filter, today)
                .getSingleResult();
        List<RosterEntry> found = bound(
                        em.createQuery(
                                "select r" + where + " order by r.awardedYear desc, r.ordinal, r.id",
                                RosterEntry.class),
                        programId,
                        filter,
                        today)
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultList();
        return new PageOf<>(total, found.stream().map(r -> Row.of(r, today)).toList());
    }

    /** Titles of all rosters with these words, newest awards first: one query. */
    public List<Row> search(String words, int most) {
        Filter filter = new Filter(words, OptionalInt.empty(), Optional.empty(), "");
        LocalDate today = clock.today();
        return em.createQuery(
                        "select r from RosterEntry r where r.searched like :words"
                                + " order by r.awardedYear desc, r.programId, r.ordinal, r.id",
                        RosterEntry.class)
                .setParameter("words", LikePattern.containing(filter.words()))
                .setMaxResults(most)
                .getResultStream()
                .map(entry -> Row.of(entry, today))
                .toList();
    }

    /** Expiry comes with the day, not with a change of the row. */
    private static String standingClause(RosterEntry.Standing standing) {
        return switch (standing) {
            case VALID -> " and r.standing = :standing and (r.until is null or r.until >= :today)";
            case EXPIRED -> " and (r.standing = :standing or (r.standing ="
                    + " gov.tianmu.engine.roster.RosterEntry.Standing.VALID and r.until < :today))";
            default -> " and r.standing = :standing";
        };
    }

    private static <T> TypedQuery<T> bound(
            TypedQuery<T> query, String programId, Filter filter, LocalDate today) {
        query.setParameter("program", programId);
        if (!filter.words().isEmpty()) {
            query.setParameter("words", LikePattern.containing(filter.words()));
        }
        filter.year().ifPresent(y -> query.setParameter("year", y));
        if (!filter.trade().isEmpty()) {
            query.setParameter("trade", filter.trade());
        }
        filter.standing().ifPresent(s -> {
            query.setParameter("standing", s);
            if (s == RosterEntry.Standing.VALID || s == RosterEntry.Standing.EXPIRED) {
                query.setParameter("today", today);
            }
        });
        return query;
    }

    /** One query for years and trades together. */
    public Facets facets(String programId) {
        List<Object[]> pairs = em.createQuery(
                        "select distinct r.awardedYear, r.trade from RosterEntry r where r.programId = :program",
                        Object[].class)
                .setParameter("program", programId)
                .getResultList();
        return new Facets(
                pairs.stream()
                        .map(p -> (Integer) p[0])
                        .distinct()
                        .sorted((a, b) -> b - a)
                        .toList(),
                pairs.stream()
                        .map(p -> (String) p[1])
                        .filter(t -> !t.isEmpty())
                        .distinct()
                        .sorted()
                        .toList());
    }
}
