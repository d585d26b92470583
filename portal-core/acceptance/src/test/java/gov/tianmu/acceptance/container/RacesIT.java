package gov.tianmu.acceptance.container;

import static gov.tianmu.acceptance.container.People.APPLICANT;
import static gov.tianmu.acceptance.container.People.OFFICER;
import static gov.tianmu.acceptance.container.People.OTHER_OFFICER;
import static gov.tianmu.acceptance.container.SmallApplication.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.engine.audit.AuditTrail;
import gov.tianmu.engine.casefile.CaseSummary;
import gov.tianmu.engine.casefile.ReadCase;
import gov.tianmu.engine.casefile.SaveAnswers;
import gov.tianmu.engine.publicity.PreparePublicity;
import gov.tianmu.engine.publicity.PublicityView;
import gov.tianmu.engine.review.DecideAcceptance;
import gov.tianmu.engine.review.RequestCorrections;
import gov.tianmu.engine.submission.Receipt;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Several people at once. */
class RacesIT extends OnServer {

    private static final Set<Refusal.Kind> LOST = Set.of(Refusal.Kind.CONFLICT, Refusal.Kind.STALE);

    @Inject
    private DecideAcceptance deciding;

    @Inject
    private RequestCorrections corrections;

    @Inject
    private PreparePublicity publicity;

    @Inject
    private SaveAnswers saving;

    @Inject
    private ReadCase reading;

    @Inject
    private AuditTrail audit;

    @Test
    void ofAnOfficerWhoAcceptsAndOneWhoDeclinesExactlyOneWins() throws Exception {
        for (int turn = 0; turn < 5; turn++) {
            String number = application.handedIn(APPLICANT);
            assertOneWins(number, crowd.atOnce(List.of(
                    () -> deciding.accept(OFFICER, number, OptionalLong.empty()),
                    () -> deciding.decline(OTHER_OFFICER, number, OptionalLong.empty(), "不符合条件"))));
        }
    }

    @Test
    void ofTwoOfficersWhoAcceptExactlyOneWins() throws Exception {
        for (int turn = 0; turn < 5; turn++) {
            String number = application.handedIn(APPLICANT);
            OptionalLong seen = OptionalLong.of(
                    done(reading.read(OFFICER, number)).summary().version());
            assertOneWins(number, crowd.atOnce(List.of(
                    () -> deciding.accept(OFFICER, number, seen),
                    () -> deciding.accept(OTHER_OFFICER, number, seen))));
        }
    }

    private void assertOneWins(String number, List<Outcome<CaseSummary>> outcomes) throws Exception {
        assertEquals(1, outcomes.stream().filter(Outcome::isDone).count(), outcomes::toString);
        Refusal lost = outcomes.stream()
                .flatMap(o -> o.reason().stream())
                .findFirst()
                .orElseThrow();
        assertTrue(LOST.contains(lost.kind()), lost::toString);
        assertEquals(
                1,
                tables.count(
                        "audit_entry where subject = ? and what in ('case.accepted', 'case.declined')", number));
        assertEquals(
                1,
                tables.count(
                        "inbox_message where case_number = ? and event in ('case.accepted', 'case.declined')", number));
    }

    @Test
    void aCaseIsNotAcceptedWhileAnotherOfficerPinsACorrection() throws Exception {
        for (int turn = 0; turn < 5; turn++) {
            String number = application.handedIn(APPLICANT);
            List<Outcome<?>> outcomes = crowd.atOnce(List.of(
                    () -> deciding.accept(OFFICER, number, OptionalLong.empty()),
                    () -> corrections.pin(OTHER_OFFICER, number, "leader-trade", "请按证书填写")));
            assertEquals(1, outcomes.stream().filter(Outcome::isDone).count(), outcomes::toString);
        }
    }

    @Test
    void aFileIsNotAttachedToACaseThatIsBeingHandedIn() throws Exception {
        for (int turn = 0; turn < 3; turn++) {
            String number = application.filled(APPLICANT, SmallApplication.CALL).number();
            List<Outcome<?>> outcomes = crowd.atOnce(List.of(
                    () -> application.submit(APPLICANT, number), () -> application.attach(APPLICANT, number)));
            assertTrue(outcomes.get(0).isDone(), outcomes::toString);
            long attached = tables.count("document where case_number = ?", number);
            assertEquals(outcomes.get(1).isDone() ? 2 : 1, attached);
            // What came after the submission would not be on the receipt that the applicant holds.
            assertEquals(attached, ((Receipt) outcomes.get(0).result().orElseThrow()).documents());
        }
    }

    @Test
    void linesPutOnACallsListAtOnceStandOnOneList() throws Exception {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String number = application.filled(APPLICANT, "small-closing").number();
            done(application.submit(APPLICANT, number));
            done(deciding.accept(OFFICER, number, OptionalLong.empty()));
            done(deciding.recordOpinion(OFFICER, number, OptionalLong.empty(), true, "同意"));
            numbers.add(number);
        }
        List<Callable<PublicityView>> additions = numbers.stream()
                .<Callable<PublicityView>>map(n -> () -> done(publicity.add(OFFICER, n)))
                .toList();
        Set<String> lists =
                crowd.atOnce(additions).stream().map(PublicityView::id).collect(Collectors.toSet());
        assertEquals(1, lists.size());
        assertEquals(
                List.of(1, 2, 3, 4),
                done(publicity.read(OFFICER, lists.iterator().next())).entries().stream()
                        .map(PublicityView.Entry::ordinal)
                        .toList());
    }

    @Test
    void theVersionASaveReturnsIsTheOneTheNextMustName() throws Exception {
        CaseSummary begun = application.begun(APPLICANT, SmallApplication.CALL);
        long seen = begun.version();
        for (String name : List.of("叶小挺", "何忠信", "邵城鑫")) {
            assertEquals(committedVersion(begun.number()), seen);
            seen = done(saving.change(APPLICANT, begun.number(), OptionalLong.of(seen), leader(name)))
                    .summary()
                    .version();
        }
        assertEquals(committedVersion(begun.number()), seen);
        assertEquals(
                seen,
                done(reading.read(APPLICANT, begun.number())).summary().version());
    }

    @Test
    void ofTwoSavesThatSawTheSameVersionTheSecondIsStale() throws Exception {
        CaseSummary begun = application.begun(APPLICANT, SmallApplication.CALL);
        OptionalLong seen = OptionalLong.of(begun.version());
        done(saving.change(APPLICANT, begun.number(), seen, leader("叶小挺")));
        Refusal second = saving.change(APPLICANT, begun.number(), seen, leader("何忠信"))
                .reason()
                .orElseThrow();
        assertEquals(Refusal.Kind.STALE, second.kind());
        assertEquals(
                "叶小挺",
                done(reading.read(APPLICANT, begun.number())).answers().text("leader-name"));
    }

    @Test
    void ofTwoSavesAtTheSameMomentOneIsToldThatItCameSecond() throws Exception {
        CaseSummary begun = application.begun(APPLICANT, SmallApplication.CALL);
        OptionalLong seen = OptionalLong.of(begun.version());
        List<Outcome<SaveAnswers.Saved>> outcomes = crowd.atOnce(List.of(
                () -> saving.change(APPLICANT, begun.number(), seen, leader("叶小挺")),
                () -> saving.change(APPLICANT, begun.number(), seen, leader("何忠信"))));
        assertEquals(1, outcomes.stream().filter(Outcome::isDone).count(), outcomes::toString);
        outcomes.forEach(o -> o.reason().ifPresent(r -> assertTrue(LOST.contains(r.kind()), r::toString)));
    }

    @Test
    void anOfficersDecisionReturnsTheCommittedVersion() throws Exception {
        String number = application.handedIn(APPLICANT);
        long seen = done(reading.read(OFFICER, number)).summary().version();
        assertEquals(committedVersion(number), seen);
        long accepted =
                done(deciding.accept(OFFICER, number, OptionalLong.of(seen))).version();
        assertEquals(committedVersion(number), accepted);
        long opinion = done(deciding.recordOpinion(OFFICER, number, OptionalLong.of(accepted), true, "同意"))
                .version();
        assertEquals(committedVersion(number), opinion);
    }

    @Test
    void aHundredCasesBegunAtOnceInANewYearGetNumbersWithoutGaps() throws Exception {
        clock.standAt(LocalDateTime.of(2041, 1, 1, 0, 0));
        List<Callable<CaseSummary>> beginnings = IntStream.range(0, 100)
                .<Callable<CaseSummary>>mapToObj(i -> () -> application.begun(APPLICANT, "small-any-year"))
                .toList();
        Set<String> numbers = crowd.onThreads(16, beginnings).stream()
                .map(CaseSummary::number)
                .collect(Collectors.toSet());
        assertEquals(
                IntStream.rangeClosed(1, 100)
                        .mapToObj("2041-%04d"::formatted)
                        .collect(Collectors.toSet()),
                numbers);
        assertEquals(Optional.empty(), audit.firstBrokenLine());
    }

    @RepeatedTest(5)
    void theFirstTwoCasesOfAYearMayBeginAtOnce() throws Exception {
        int year = 2050 + (int) tables.count("case_sequence");
        clock.standAt(LocalDateTime.of(year, 1, 1, 0, 0));
        Callable<CaseSummary> beginning = () -> application.begun(APPLICANT, "small-any-year");
        Set<String> numbers = crowd.atOnce(List.of(beginning, beginning)).stream()
                .map(CaseSummary::number)
                .collect(Collectors.toSet());
        assertEquals(Set.of(year + "-0001", year + "-0002"), numbers);
    }

    @Test
    void theAuditTrailHasNoGapsUnderEightThreads() throws Exception {
        long before = tables.count("audit_entry");
        List<Callable<String>> applications = IntStream.range(0, 24)
                .<Callable<String>>mapToObj(i -> () -> application.handedIn(
                        People.applicant("applicant-" + i % 8, People.UNIT)))
                .toList();
        assertEquals(24, Set.copyOf(crowd.onThreads(8, applications)).size());
        // Begun, attached, handed in: three lines each.
        assertEquals(before + 72, tables.count("audit_entry"));
        assertEquals(Optional.empty(), audit.firstBrokenLine());
    }

    private long committedVersion(String number) throws Exception {
        return Long.parseLong(tables.words("select version from case_file where number = ?", number)
                .get(0));
    }

    private static JsonObject leader(String name) {
        return Json.createObjectBuilder().add("leader-name", name).build();
    }
}
