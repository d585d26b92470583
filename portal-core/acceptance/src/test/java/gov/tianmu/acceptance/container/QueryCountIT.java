package gov.tianmu.acceptance.container;

import static gov.tianmu.acceptance.container.People.OFFICER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.engine.casefile.CaseFiles;
import gov.tianmu.engine.casefile.ListOwnCases;
import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Organisation;
import gov.tianmu.engine.modules.Programs;
import gov.tianmu.engine.modules.pages.ContributedPage;
import gov.tianmu.engine.modules.pages.PageAudience;
import gov.tianmu.engine.notice.BrowseNotices;
import gov.tianmu.engine.programpage.OwnStandings;
import gov.tianmu.engine.programpage.PageAddress;
import gov.tianmu.engine.publicity.BrowsePublicities;
import gov.tianmu.engine.review.CaseQueue;
import gov.tianmu.engine.roster.BrowseRoster;
import gov.tianmu.engine.sealing.SealedText;
import gov.tianmu.engine.usecase.PageRequest;
import gov.tianmu.spi.definition.Text;
import gov.tianmu.spi.page.PageView;
import jakarta.inject.Inject;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A list costs the same number of statements with a thousand rows as with ten. */
class QueryCountIT extends OnServer {

    private static final int FEW = 10;
    private static final int MANY = 1_000;
    private static final PageRequest PAGE = new PageRequest(1, 20);
    private static final Organisation LARGE_UNIT = new Organisation("91330112MA2TMK0000", "一家大单位");
    private static final Actor LARGE = People.applicant("applicant-large", LARGE_UNIT);
    private static final Timestamp AT = Timestamp.valueOf(MORNING.minusDays(1));
    private static final Timestamp LATER = Timestamp.valueOf(MORNING.plusDays(4));

    @Inject
    private SentStatements statements;

    @Inject
    private ListOwnCases ownCases;

    @Inject
    private CaseQueue queue;

    @Inject
    private BrowseNotices notices;

    @Inject
    private BrowsePublicities publicities;

    @Inject
    private BrowseRoster roster;

    @Inject
    private OwnStandings standings;

    @Inject
    private Programs programs;

    @Inject
    private SealedText sealed;

    /** Puts the rows from one number up to another in. */
    private interface Rows {
        void add(int from, int to) throws SQLException;
    }

    @AfterEach
    void clearAway() throws SQLException {
        tables.change("delete from publicity_entry where publicity_id like 'q-%'");
        tables.change("delete from publicity where id like 'q-%'");
        tables.change("delete from case_file where number like 'q-%'");
        tables.change("delete from roster_entry where id like 'q-%'");
        tables.change("delete from program_call where id like 'q-%'");
        tables.change("delete from notice where id like 'q-%'");
    }

    @Test
    void ownCasesCostThreeStatements() throws Exception {
        assertSameCost(3, this::addCases, () -> assertFull(ownCases.list(LARGE, PAGE).total()));
    }

    @Test
    void theQueueCostsThreeStatements() throws Exception {
        assertSameCost(
                3, this::addCases, () -> assertFull(queue.list(OFFICER, CaseQueue.Filter.all(), PAGE).total()));
    }

    @Test
    void aSearchInTheQueueCostsThreeStatements() throws Exception {
        CaseQueue.Filter filter = new CaseQueue.Filter(
                "small-studio", SmallApplication.CALL, Set.of(), "大单位", CaseQueue.Order.NEWEST);
        assertSameCost(3, this::addCases, () -> assertFull(queue.list(OFFICER, filter, PAGE).total()));
    }

    @Test
    void noticesWithTheirCallsCostThreeStatements() throws Exception {
        assertSameCost(3, this::addNotices, () -> assertFull(notices.list("", PAGE).total()));
    }

    @Test
    void publicitiesWithTheirCountsCostThreeStatements() throws Exception {
        assertSameCost(3, this::addPublicities, () -> assertFull(publicities.list(PAGE).total()));
    }

    @Test
    void aRosterCostsTwoStatements() throws Exception {
        assertSameCost(2, this::addTitles, () -> assertFull(roster.list("small-studio", BrowseRoster.Filter.NONE, PAGE)
                .total()));
    }

    @Test
    void theHomePageCostsFourStatements() throws Exception {
        Rows everything = (from, to) -> {
            addNotices(from, to);
            addPublicities(from, to);
            addTitles(from, to);
        };
        assertSameCost(4, everything, () -> {
            assertEquals(5, notices.latest(5).size());
            assertEquals(3, publicities.running(3).size());
            assertTrue(roster.rosters().size() >= 1);
            return null;
        });
    }

    @Test
    void whatAProgramsPageMayShowCostsFourStatementsAndIsBounded() throws Exception {
        Rows everything = (from, to) -> {
            addOwnCases(from, to);
            addNotices(from, to);
            addHeldTitles(from, to);
        };
        ContributedPage page = new ContributedPage(
                "small-studio", "overview", "pages/overview.xhtml", PageAudience.APPLICANT, Text.of("概况"));
        PageAddress address = new PageAddress("small-studio", "overview", Map.of(), "zh-CN");
        // The definition that the answers are read by is kept in memory once it was read.
        standings.viewOf(LARGE, page, address);
        programs.frozen(programs.live("small-studio").orElseThrow().hash());

        assertSameCost(4, everything, () -> {
            PageView seen = standings.viewOf(LARGE, page, address);
            assertTrue(seen.titles().size() >= FEW && seen.titles().size() <= 50);
            assertEquals(10, seen.cases().size());
            assertTrue(seen.openCalls().size() >= FEW && seen.openCalls().size() <= 20);
            return null;
        });
    }

    @Test
    void aPageForEverybodySeesNobodysCasesOrTitles() throws Exception {
        addOwnCases(0, FEW);
        addHeldTitles(0, FEW);
        for (PageAudience audience : PageAudience.values()) {
            ContributedPage page =
                    new ContributedPage("small-studio", "page", "pages/page.xhtml", audience, Text.of("页"));
            PageAddress address = new PageAddress("small-studio", "page", Map.of(), "en");
            PageView own = standings.viewOf(LARGE, page, address);
            PageView strangers = standings.viewOf(People.STRANGER, page, address);

            assertEquals(audience == PageAudience.APPLICANT ? FEW : 0, own.cases().size(), audience.code());
            assertEquals(audience == PageAudience.APPLICANT ? FEW : 0, own.titles().size(), audience.code());
            assertEquals(0, strangers.cases().size() + strangers.titles().size(), audience.code());
        }
    }

    private void assertSameCost(int documented, Rows rows, Callable<?> list) throws Exception {
        rows.add(0, FEW);
        int withFew = statements.during(list);
        rows.add(FEW, MANY);
        int withMany = statements.during(list);
        assertEquals(withFew, withMany, "more rows cost more statements");
        assertTrue(withMany > 0 && withMany <= documented, withMany + " statements, documented are " + documented);
    }

    private static Void assertFull(long total) {
        assertTrue(total >= FEW, () -> "only " + total);
        return null;
    }

    private void addCases(int from, int to) throws SQLException {
        tables.insert(
                "insert into case_file (number, mark, call_id, program_id, definition_hash, uscc, org_name, account,"
                        + " email, stage, title, answers, submissions, created_at, changed_at, submitted_at, stage_since,"
                        + " version) values (?, '临小', 'small-open', 'small-studio', ?, ?, ?, 'applicant-large', '',"
                        + " 'SUBMITTED', '工作室', ?, 1, ?, ?, ?, ?, 1)",
                numbers(from, to)
                        .map(i -> new Object[] {
                            "q-" + i,
                            "0".repeat(64),
                            LARGE_UNIT.uscc(),
                            LARGE_UNIT.name(),
                            new byte[] {1},
                            AT,
                            AT,
                            AT,
                            AT
                        })
                        .toList());
    }

    /** Cases whose answers can be opened. */
    private void addOwnCases(int from, int to) throws SQLException {
        String hash = programs.live("small-studio").orElseThrow().hash();
        tables.insert(
                "insert into case_file (number, mark, call_id, program_id, definition_hash, uscc, org_name, account,"
                        + " email, stage, title, answers, submissions, created_at, changed_at, submitted_at, stage_since,"
                        + " version) values (?, '临小', 'small-open', 'small-studio', ?, ?, ?, 'applicant-large', '',"
                        + " 'SUBMITTED', '工作室', ?, 1, ?, ?, ?, ?, 1)",
                numbers(from, to)
                        .map(i -> new Object[] {
                            "q-" + i,
                            hash,
                            LARGE_UNIT.uscc(),
                            LARGE_UNIT.name(),
                            sealed.seal("{}", CaseFiles.place("q-" + i)),
                            AT,
                            AT,
                            AT,
                            AT
                        })
                        .toList());
    }

    private void addHeldTitles(int from, int to) throws SQLException {
        tables.insert(
                "insert into roster_entry (id, program_id, ordinal, name, unit, uscc, leader, trade, awarded_year,"
                        + " standing, notice_id, searched, version)"
                        + " values (?, 'small-studio', ?, '工作室', ?, ?, '', '', 2020, 'VALID', 'small-2023', '工作室', 1)",
                numbers(from, to)
                        .map(i -> new Object[] {"q-" + i, i, LARGE_UNIT.name(), LARGE_UNIT.uscc()})
                        .toList());
    }

    private void addNotices(int from, int to) throws SQLException {
        tables.insert(
                "insert into notice (id, number, title_zh, title_en, issued_on, definition_hash, live, version)"
                        + " values (?, ?, '通知', '', ?, ?, true, 1)",
                numbers(from, to)
                        .map(i -> new Object[] {"q-" + i, "号" + i, new Date(AT.getTime()), "0".repeat(64)})
                        .toList());
        tables.insert(
                "insert into program_call (id, notice_id, ordinal, program_id, title_zh, title_en, opens_at, closes_at,"
                        + " parameters, eligible, live, version)"
                        + " values (?, ?, 0, 'small-studio', '批次', '', ?, ?, '{}', '', true, 1)",
                numbers(from, to)
                        .map(i -> new Object[] {"q-" + i, "q-" + i, AT, LATER})
                        .toList());
    }

    private void addPublicities(int from, int to) throws SQLException {
        tables.insert(
                "insert into publicity (id, call_id, program_id, title_zh, title_en, state, opens_at, closes_at,"
                        + " list_sha256, created_at, version)"
                        + " values (?, 'small-open', 'small-studio', '公示', '', 'PUBLIC', ?, ?, ?, ?, 1)",
                numbers(from, to)
                        .map(i -> new Object[] {"q-" + i, AT, LATER, "0".repeat(64), AT})
                        .toList());
    }

    private void addTitles(int from, int to) throws SQLException {
        tables.insert(
                "insert into roster_entry (id, program_id, ordinal, name, unit, leader, trade, awarded_year, standing,"
                        + " notice_id, searched, version)"
                        + " values (?, 'small-studio', ?, '工作室', '单位', '', '', 2020, 'VALID', 'small-2023', '工作室', 1)",
                numbers(from, to).map(i -> new Object[] {"q-" + i, i}).toList());
    }

    private static Stream<Integer> numbers(int from, int to) {
        return IntStream.range(from, to).boxed();
    }
}
