package gov.tianmu.acceptance.container;

import static gov.tianmu.acceptance.container.People.APPLICANT;
import static gov.tianmu.acceptance.container.SmallApplication.done;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gov.tianmu.engine.casefile.BeginCase;
import gov.tianmu.engine.casefile.ReadCase;
import gov.tianmu.engine.casefile.SaveAnswers;
import gov.tianmu.engine.notice.CallView;
import gov.tianmu.engine.submission.SubmitCase;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A draft whose notice is taken away while it is filled in. */
class WithdrawnCallIT extends OnServer {

    private static final LocalDateTime WINDOW_OVER = LocalDateTime.of(2100, 1, 1, 0, 0);

    @Inject
    private ChangingProgram program;

    @Inject
    private BeginCase beginning;

    @Inject
    private SaveAnswers saving;

    @Inject
    private SubmitCase submitting;

    @Inject
    private ReadCase reading;

    @BeforeEach
    void theCallIsOpen() throws Exception {
        program.begin();
    }

    @AfterEach
    void clearAway() throws Exception {
        program.end();
    }

    @Test
    void theDraftIsKeptAndWaitsUntilTheNoticeComesBack() throws Exception {
        String number = done(beginning.begin(APPLICANT, ChangingProgram.CALL)).number();
        assertEquals(CallView.State.OPEN, stateOf(number));

        program.withdraw();
        assertEquals(CallView.State.WITHDRAWN, stateOf(number));
        done(saving.replace(
                APPLICANT,
                number,
                OptionalLong.empty(),
                Json.createObjectBuilder().add("name", "照常保存").build()));
        Outcome<?> refused = submitting.submit(APPLICANT, number, OptionalLong.empty(), Map.of());
        assertEquals("call.unavailable", refused.reason().map(Refusal::code).orElse("handed in"));

        program.publish();
        assertEquals(CallView.State.OPEN, stateOf(number));
        assertEquals("照常保存", done(reading.read(APPLICANT, number)).answers().text("name"));
    }

    @Test
    void aWindowThatIsOverIsOverWhoeverHasGone() throws Exception {
        String number = done(beginning.begin(APPLICANT, ChangingProgram.CALL)).number();
        program.withdraw();

        clock.standAt(WINDOW_OVER);

        assertEquals(CallView.State.CLOSED, stateOf(number));
    }

    private CallView.State stateOf(String number) throws Exception {
        return done(reading.read(APPLICANT, number)).call().state();
    }
}
