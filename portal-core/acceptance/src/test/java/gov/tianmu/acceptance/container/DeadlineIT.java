package gov.tianmu.acceptance.container;

import static gov.tianmu.acceptance.container.People.APPLICANT;
import static gov.tianmu.acceptance.container.People.OFFICER;
import static gov.tianmu.acceptance.container.SmallApplication.done;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gov.tianmu.engine.casefile.BeginCase;
import gov.tianmu.engine.casefile.CaseContent;
import gov.tianmu.engine.casefile.CaseStage;
import gov.tianmu.engine.casefile.ReadCase;
import gov.tianmu.engine.casefile.SaveAnswers;
import gov.tianmu.engine.review.RequestCorrections;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Deadlines count to their last second, and not one longer. */
class DeadlineIT extends OnServer {

    private static final String CALL = "small-closing";
    private static final LocalDate LAST_DAY = LocalDate.of(2023, 5, 8);
    private static final LocalTime LAST_MOMENT = LocalTime.of(23, 59, 59, 999_000_000);

    @Inject
    private BeginCase beginning;

    @Inject
    private ReadCase reading;

    @Inject
    private SaveAnswers saving;

    @Inject
    private RequestCorrections corrections;

    @Test
    void aSubmissionInTheLastSecondCounts() throws Exception {
        String number = application.filled(APPLICANT, CALL).number();
        clock.standAt(LAST_DAY.atTime(LAST_MOMENT));
        assertEquals(
                LAST_DAY.atTime(LAST_MOMENT),
                LocalDateTime.ofInstant(
                        done(application.submit(APPLICANT, number)).submittedAt(), StillClock.ZONE));
        assertEquals(CaseStage.SUBMITTED, read(number).summary().stage());
    }

    @Test
    void oneSecondLaterASubmissionIsRefusedAndTheDraftIsKept() throws Exception {
        String number = application.filled(APPLICANT, CALL).number();
        clock.standAt(LAST_DAY.plusDays(1).atStartOfDay());
        assertRefused("call.closed", application.submit(APPLICANT, number));
        assertEquals(CaseStage.DRAFT, read(number).summary().stage());
        assertEquals("叶小挺", read(number).answers().text("leader-name"));
        assertEquals(SmallApplication.LEADER_ID, read(number).answers().text("leader-resident-id"));
        assertRefused("call.closed", beginning.begin(APPLICANT, CALL));
    }

    @Test
    void nothingBeginsBeforeTheCallOpens() {
        clock.standAt(LocalDateTime.of(2023, 4, 1, 8, 59, 59));
        assertRefused("call.not-yet-open", beginning.begin(APPLICANT, CALL));
        clock.standAt(LocalDateTime.of(2023, 4, 1, 9, 0));
        done(beginning.begin(APPLICANT, CALL));
    }

    @Test
    void aCorrectionInTheLastSecondCountsAlthoughTheCallIsClosed() throws Exception {
        String number = returned();
        clock.standAt(LAST_DAY.plusDays(5).atTime(LAST_MOMENT));
        mend(number);
        done(application.submit(APPLICANT, number));
        assertEquals(CaseStage.SUBMITTED, read(number).summary().stage());
    }

    @Test
    void oneSecondLaterACorrectionIsRefused() throws Exception {
        String number = returned();
        mend(number);
        clock.standAt(LAST_DAY.plusDays(6).atStartOfDay());
        assertRefused("correction.late", application.submit(APPLICANT, number));
        assertEquals(CaseStage.RETURNED, read(number).summary().stage());
        assertEquals("石雕", read(number).answers().text("leader-trade"));
    }

    /** Handed in on the last day, returned with five days more. */
    private String returned() throws Exception {
        String number = application.filled(APPLICANT, CALL).number();
        clock.standAt(LAST_DAY.atTime(17, 0));
        done(application.submit(APPLICANT, number));
        done(corrections.pin(OFFICER, number, "leader-trade", "请按证书填写"));
        done(corrections.returnCase(OFFICER, number, OptionalLong.empty(), LAST_DAY.plusDays(5)));
        return number;
    }

    private void mend(String number) {
        done(saving.change(
                APPLICANT,
                number,
                OptionalLong.empty(),
                Json.createObjectBuilder().add("leader-trade", "石雕").build()));
    }

    private CaseContent read(String number) {
        return done(reading.read(APPLICANT, number));
    }

    private static void assertRefused(String code, Outcome<?> outcome) {
        assertEquals(code, outcome.reason().map(Refusal::code).orElse("done"), outcome::toString);
    }
}
