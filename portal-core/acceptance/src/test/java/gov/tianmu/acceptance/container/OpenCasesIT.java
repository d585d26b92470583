package gov.tianmu.acceptance.container;

import static gov.tianmu.acceptance.container.People.APPLICANT;
import static gov.tianmu.acceptance.container.SmallApplication.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.engine.casefile.BeginCase;
import gov.tianmu.engine.casefile.SaveAnswers;
import gov.tianmu.engine.modules.compare.CaseImpact;
import gov.tianmu.engine.modules.compare.Misfit;
import gov.tianmu.engine.modules.compare.OpenCases;
import gov.tianmu.engine.submission.SubmitCase;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a new definition means for the open cases is told before it comes into force, and costs what it must. */
class OpenCasesIT extends OnServer {

    private static final String NEW_HASH = "f".repeat(64);
    private static final ChangingProgram.Version FIRST = ChangingProgram.Version.first();
    private static final ChangingProgram.Version WIDER = FIRST.but(
            "1.1.0", "max-length='20'", "max-length='40'", "<phone id='fax'", "<text id='web' label='网址' required='true'/><phone id='fax'");
    private static final ChangingProgram.Version NARROWER =
            FIRST.but("1.1.0", "<phone id='fax' label='传真号码'/>", "", "max='500'", "max='100'");

    @Inject
    private OpenCases open;

    @Inject
    private ChangingProgram program;

    @Inject
    private BeginCase beginning;

    @Inject
    private SaveAnswers saving;

    @Inject
    private SubmitCase submitting;

    @Inject
    private SentStatements statements;

    @BeforeEach
    void theFirstVersionRuns() throws Exception {
        program.begin();
    }

    @AfterEach
    void clearAway() throws Exception {
        program.end();
    }

    private String draft(int staff, String fax) {
        String number = done(beginning.begin(APPLICANT, ChangingProgram.CALL)).number();
        JsonObject answers = Json.createObjectBuilder()
                .add("name", "天目工作室")
                .add("staff", staff)
                .add("fax", fax)
                .build();
        done(saving.replace(APPLICANT, number, OptionalLong.empty(), answers));
        return number;
    }

    private CaseImpact impact(ChangingProgram.Version after) {
        return open.impactOf(ChangingProgram.ID, NEW_HASH, after.definition(), after.migration());
    }

    @Test
    void aProgramWithoutCasesTouchesNone() {
        assertEquals(CaseImpact.NONE, impact(NARROWER));
    }

    @Test
    void whereTheFormTakesNoLessNoAnswerIsReadHoweverManyCasesThereAre() throws Exception {
        for (int i = 0; i < 3; i++) {
            draft(10, "");
        }
        int withFew = statements.during(() -> impact(WIDER));
        for (int i = 0; i < 20; i++) {
            draft(10, "0571-89541368");
        }

        assertEquals(1, withFew);
        assertEquals(1, statements.during(() -> impact(WIDER)));
        assertEquals(new CaseImpact(23, 0, 23, List.of(), 0), impact(WIDER));
    }

    @Test
    void answersWithoutAPlaceAreToldByCaseAndQuestionAndNeverByWhatTheySay() throws Exception {
        String fits = draft(10, "");
        String faxed = draft(10, "0571-89541368");
        String large = draft(120, "");
        done(submitting.submit(APPLICANT, large, OptionalLong.empty(), Map.of()));

        CaseImpact impact = impact(NARROWER);

        assertEquals(2, impact.drafts());
        assertEquals(1, impact.others());
        assertEquals(1, impact.fitting());
        assertTrue(impact.breaksCases());
        assertEquals(
                List.of(faxed + " draft [fax]", large + " submitted [staff]"),
                impact.misfits().stream()
                        .map(m -> m.caseNumber() + " " + m.stage() + " " + m.fields())
                        .toList());
        assertEquals("“传真号码”新版没有这一项", impact.misfits().get(0).words().zh());
        assertFalse(impact.toString().contains("89541368") || impact.toString().contains("120"));
        assertTrue(fits.compareTo(faxed) < 0);
    }

    @Test
    void manyCasesAreReadAHundredAtATimeAndTwentyAreNamed() throws Exception {
        for (int i = 0; i < 205; i++) {
            draft(10, "0571-89541368");
        }

        // One that counts, and for each of three hundreds one for the cases and one for their documents.
        assertEquals(1 + 3 * 2, statements.during(() -> impact(NARROWER)));
        CaseImpact impact = impact(NARROWER);
        assertEquals(205, impact.misfitCount());
        assertEquals(20, impact.misfits().size());
        assertEquals(
                impact.misfits(),
                impact.misfits().stream()
                        .sorted((a, b) -> a.caseNumber().compareTo(b.caseNumber()))
                        .toList());
    }

    @Test
    void whatTheModuleDeclaresToGoBreaksNothing() {
        draft(10, "0571-89541368");

        CaseImpact impact = impact(NARROWER.migrating("<drop field='fax'/>"));

        assertEquals(new CaseImpact(1, 0, 1, List.of(), 0), impact);
    }

    @Test
    void casesThatStayByDeclarationAreCountedAndBreakNothing() {
        draft(10, "0571-89541368");
        draft(10, "");

        CaseImpact impact = impact(NARROWER.migrating("<stay/>"));

        assertFalse(impact.breaksCases());
        assertEquals(1, impact.fitting());
        assertEquals(1, impact.staying());
    }

    @Test
    void aDocumentWhoseRequirementWentIsFound() throws Exception {
        String number = draft(10, "");
        done(application.attachTo(APPLICANT, number, "photo"));
        ChangingProgram.Version without =
                FIRST.but("1.1.0", "<document id='photo' label='照片' section='unit' types='pdf'/>", "");

        Misfit misfit = impact(without).misfits().get(0);

        assertEquals(List.of("document:photo"), misfit.fields());
        assertEquals("“照片”新版没有这项材料要求", misfit.words().zh());
    }

    @Test
    void aCaseInAStepTheProcedureLostIsFoundWithoutItsDraftsBeingRead() throws Exception {
        draft(10, "");
        String handedIn = draft(10, "");
        done(submitting.submit(APPLICANT, handedIn, OptionalLong.empty(), Map.of()));
        ChangingProgram.Version without =
                FIRST.but("1.1.0", "<stage kind='acceptance' title='受理'/>", "");

        CaseImpact impact = impact(without);

        assertEquals(1, impact.fitting());
        assertEquals(List.of(handedIn), impact.misfits().stream().map(Misfit::caseNumber).toList());
        assertEquals("正处在“受理”环节，新版没有这个环节", impact.misfits().get(0).words().zh());
    }

    @Test
    void casesThatStandOnTheDefinitionAlreadyAreNotTouched() throws Exception {
        draft(10, "0571-89541368");
        String hash = tables.words("select definition_hash from case_file where program_id = 'changing-studio'").get(0);

        assertEquals(
                CaseImpact.NONE, open.impactOf(ChangingProgram.ID, hash, NARROWER.definition(), NARROWER.migration()));
    }
}
