package gov.tianmu.acceptance.container;

import static gov.tianmu.acceptance.container.People.APPLICANT;
import static gov.tianmu.acceptance.container.People.AUDITOR;
import static gov.tianmu.acceptance.container.People.LEADER;
import static gov.tianmu.acceptance.container.People.OFFICER;
import static gov.tianmu.acceptance.container.SmallApplication.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.engine.audit.AuditTrail;
import gov.tianmu.engine.audit.CheckAuditChain;
import gov.tianmu.engine.casefile.CaseStage;
import gov.tianmu.engine.casefile.ReadCase;
import gov.tianmu.engine.casefile.SaveAnswers;
import gov.tianmu.engine.publicity.BrowsePublicities;
import gov.tianmu.engine.publicity.PreparePublicity;
import gov.tianmu.engine.publicity.PublicityView;
import gov.tianmu.engine.review.Correction;
import gov.tianmu.engine.review.DecideAcceptance;
import gov.tianmu.engine.review.RequestCorrections;
import gov.tianmu.engine.review.ReviewCase;
import gov.tianmu.engine.roster.BrowseRoster;
import gov.tianmu.engine.roster.DecideAwards;
import gov.tianmu.engine.roster.RosterEntry;
import gov.tianmu.engine.usecase.PageRequest;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A case from its first word to the roster, and what stays behind of it. */
class CaseWalkIT extends OnServer {

    private static final OptionalLong LATEST = OptionalLong.empty();

    @Inject
    private SaveAnswers saving;

    @Inject
    private ReadCase reading;

    @Inject
    private RequestCorrections corrections;

    @Inject
    private ReviewCase review;

    @Inject
    private DecideAcceptance deciding;

    @Inject
    private PreparePublicity publicity;

    @Inject
    private BrowsePublicities publicities;

    @Inject
    private DecideAwards awards;

    @Inject
    private BrowseRoster roster;

    @Inject
    private AuditTrail audit;

    @Inject
    private CheckAuditChain chain;

    @Test
    void aCaseGoesFromItsFirstWordToTheRoster() throws Exception {
        String number = application.handedIn(APPLICANT);
        assertEquals(CaseStage.SUBMITTED, stage(number));

        correctOneAnswer(number);
        assertEquals(CaseStage.SUBMITTED, stage(number));
        assertEquals(
                List.of("leader-trade", "studio-name"),
                done(review.changes(OFFICER, number)).stream()
                        .map(ReviewCase.Change::target)
                        .toList());
        assertEquals("维修电工", done(review.changes(OFFICER, number)).get(0).before());
        assertEquals("高级维修电工", done(review.changes(OFFICER, number)).get(0).after());

        done(deciding.accept(OFFICER, number, LATEST));
        done(deciding.recordOpinion(OFFICER, number, LATEST, true, "同意认定"));
        PublicityView drafted = done(publicity.add(OFFICER, number));
        PublicityView open = done(publicity.open(
                LEADER,
                drafted.id(),
                OptionalLong.of(drafted.version()),
                LocalDate.of(2023, 4, 20),
                LocalDate.of(2023, 4, 26)));
        assertTrue(open.isRunning());
        assertTrue(publicities.read(open.id()).isPresent());

        clock.standAt(LocalDate.of(2023, 4, 26).atTime(23, 59, 59));
        assertEquals(
                "publicity.running",
                awards.decide(LEADER, open.id(), LATEST, Map.of()).reason().orElseThrow().code());
        clock.standAt(LocalDate.of(2023, 4, 27).atTime(9, 0));
        done(awards.decide(LEADER, open.id(), LATEST, Map.of()));

        assertEquals(CaseStage.AWARDED, stage(number));
        BrowseRoster.Row title = roster
                .list("small-studio", BrowseRoster.Filter.NONE, new PageRequest(1, 100))
                .items()
                .stream()
                .filter(row -> row.name().equals("叶小挺高级维修电工技能大师工作室"))
                .findFirst()
                .orElseThrow();
        assertEquals(Optional.of(LocalDate.of(2023, 4, 27)), title.since());
        assertEquals(Optional.of(LocalDate.of(2026, 4, 26)), title.until());
        assertEquals(RosterEntry.Standing.VALID, title.standing());
        assertEquals("叶小挺", title.leader());
        assertEquals(
                List.of(
                        "case.begun",
                        "case.submitted",
                        "case.returned",
                        "case.resubmitted",
                        "case.accepted",
                        "case.opinion",
                        "case.publicised",
                        "case.awarded"),
                done(reading.timeline(APPLICANT, number)).stream()
                        .map(ReadCase.TimelineEntry::what)
                        .toList());
        assertEquals(Optional.empty(), audit.firstBrokenLine());
    }

    private void correctOneAnswer(String number) {
        done(corrections.pin(OFFICER, number, "leader-trade", "请按证书填写"));
        assertEquals(
                "correction.drafted",
                deciding.accept(OFFICER, number, LATEST).reason().orElseThrow().code());
        done(corrections.returnCase(OFFICER, number, LATEST, LocalDate.of(2023, 4, 24)));
        assertEquals(
                "case.only-corrections",
                saving.change(APPLICANT, number, LATEST, answer("leader-name", "何忠信"))
                        .reason()
                        .orElseThrow()
                        .code());
        done(saving.change(APPLICANT, number, LATEST, answer("leader-trade", "高级维修电工")));
        done(application.submit(APPLICANT, number));
        Correction mended = done(review.corrections(APPLICANT, number)).get(0);
        assertEquals(Correction.State.MENDED, mended.getState());
        done(corrections.confirm(OFFICER, number, mended.getId()));
    }

    private CaseStage stage(String number) {
        return done(reading.read(APPLICANT, number)).summary().stage();
    }

    private static JsonObject answer(String field, String value) {
        return Json.createObjectBuilder().add(field, value).build();
    }

    @Test
    void anAuditLineChangedBySqlIsFound() throws Exception {
        String number = application.handedIn(APPLICANT);
        long line = Long.parseLong(tables.words(
                        "select seq from audit_entry where subject = ? and what = 'case.submitted'", number)
                .get(0));
        tables.change("update audit_entry set account = 'somebody' where seq = ?", line);
        try {
            assertEquals(Optional.of(line), done(chain.walk(AUDITOR)).brokenAt());
        } finally {
            tables.change("update audit_entry set account = 'applicant01' where seq = ?", line);
        }
        assertEquals(Optional.empty(), done(chain.walk(AUDITOR)).brokenAt());
    }

    @Test
    void anAuditTrailWhoseLastLinesWereCutOffIsFound() throws Exception {
        application.handedIn(APPLICANT);
        long last = tables.count("audit_entry");
        tables.change("update audit_entry set seq = seq + 1000000 where seq = ?", last);
        try {
            assertEquals(Optional.of(last), done(chain.walk(AUDITOR)).brokenAt());
        } finally {
            tables.change("update audit_entry set seq = seq - 1000000 where seq > 1000000");
        }
        assertEquals(Optional.empty(), done(chain.walk(AUDITOR)).brokenAt());
    }

    @Test
    void noIdentityOrMobileNumberIsReadableInTheDatabaseOrTheLogs() throws Exception {
        String number = application.handedIn(APPLICANT);
        done(reading.reveal(OFFICER, number, "leader-resident-id"));
        done(corrections.pin(OFFICER, number, "team[r1].resident-id", "与证件不符"));
        done(corrections.returnCase(OFFICER, number, LATEST, LocalDate.of(2023, 4, 24)));
        assertFalse(saving.change(APPLICANT, number, LATEST, answer("leader-resident-id", SmallApplication.MEMBER_ID))
                .isDone());
        done(application.submit(APPLICANT, number));

        assertHolds(tables.dump(), "叶小挺维修电工技能大师工作室");
        assertNothingPersonalIn("the database", tables.dump());
        Path home = Path.of(System.getProperty("PORTAL_HOME"));
        List<Path> files;
        try (var found = Files.walk(home)) {
            files = found.filter(Files::isRegularFile)
                    .filter(f -> f.toString().matches(".*\\.(log|eml|tmp|txt)"))
                    .toList();
        }
        assertTrue(files.stream().anyMatch(f -> f.endsWith("messages.log")), files::toString);
        for (Path file : files) {
            assertNothingPersonalIn(file.toString(), read(file));
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private static void assertHolds(String text, String words) {
        assertTrue(text.contains(words), "the dump reads nothing");
    }

    private static void assertNothingPersonalIn(String where, String text) {
        for (String personal : List.of(SmallApplication.LEADER_ID, SmallApplication.MEMBER_ID, SmallApplication.MOBILE)) {
            assertFalse(text.contains(personal), () -> personal + " stands in " + where);
        }
    }
}
