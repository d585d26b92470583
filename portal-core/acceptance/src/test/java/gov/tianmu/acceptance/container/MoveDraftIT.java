package gov.tianmu.acceptance.container;

import static gov.tianmu.acceptance.container.People.APPLICANT;
import static gov.tianmu.acceptance.container.People.STRANGER;
import static gov.tianmu.acceptance.container.SmallApplication.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.engine.casefile.BeginCase;
import gov.tianmu.engine.casefile.CaseContent;
import gov.tianmu.engine.casefile.CaseSummary;
import gov.tianmu.engine.casefile.FormUpdate;
import gov.tianmu.engine.casefile.MoveDraft;
import gov.tianmu.engine.casefile.ReadCase;
import gov.tianmu.engine.casefile.SaveAnswers;
import gov.tianmu.engine.document.Document;
import gov.tianmu.engine.document.ReadDocuments;
import gov.tianmu.engine.notification.InboxMessage;
import gov.tianmu.engine.notification.ReadInbox;
import gov.tianmu.engine.submission.SubmitCase;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.PageRequest;
import gov.tianmu.engine.usecase.Refusal;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A draft and the form that came into force after it was begun. */
class MoveDraftIT extends OnServer {

    private static final OptionalLong LATEST = OptionalLong.empty();

    /** Everything a migration can say, and a limit that some drafts are over. */
    private static final ChangingProgram.Version SECOND = ChangingProgram.Version.first()
            .but(
                    "1.1.0",
                    "<text id='name' label='名称'", "<text id='title' label='工作室名称'",
                    "name-field='name'", "name-field='title'",
                    "<phone id='fax' label='传真号码'/>", "<text id='web' label='网址' required='true'/>",
                    "<option value='private' label='民营'/>", "<option value='enterprise' label='企业'/>",
                    "max='500'", "max='100'",
                    "id='licence' label='营业执照'", "id='permit' label='营业执照'",
                    "<document id='photo' label='照片' section='unit' types='pdf'/>", "")
            .migrating("<rename field='name' to='title'/><drop field='fax'/>"
                    + "<map field='nature' value='private' to='enterprise'/>"
                    + "<rename-document requirement='licence' to='permit'/><drop-document requirement='photo'/><stay/>");

    @Inject
    private ChangingProgram program;

    @Inject
    private BeginCase beginning;

    @Inject
    private SaveAnswers saving;

    @Inject
    private ReadCase reading;

    @Inject
    private ReadDocuments documents;

    @Inject
    private SubmitCase submitting;

    @Inject
    private MoveDraft moving;

    @Inject
    private ReadInbox inbox;

    @BeforeEach
    void theFirstVersionRuns() throws Exception {
        program.begin();
    }

    @AfterEach
    void clearAway() throws Exception {
        program.end();
    }

    private String draft(int staff) throws Exception {
        String number = done(beginning.begin(APPLICANT, ChangingProgram.CALL)).number();
        JsonObject answers = Json.createObjectBuilder()
                .add("name", "天目工作室")
                .add("nature", "private")
                .add("fax", "0571-89541368")
                .add("staff", staff)
                .build();
        done(saving.replace(APPLICANT, number, LATEST, answers));
        done(application.attachTo(APPLICANT, number, "licence"));
        done(application.attachTo(APPLICANT, number, "photo"));
        return number;
    }

    private CaseContent read(String number) {
        return done(reading.read(APPLICANT, number));
    }

    @Test
    void whoFillsInTheOldFormGoesOnSavingAndHandingInWhenTheModuleIsReplaced() throws Exception {
        String number = draft(10);
        long seen = read(number).summary().version();
        program.drop(SECOND);

        // A field that the new form does not have, saved by the page that was open all the time.
        CaseSummary saved = done(saving.change(
                        APPLICANT,
                        number,
                        OptionalLong.of(seen),
                        Json.createObjectBuilder().add("fax", "0571-63721234").build()))
                .summary();
        done(application.attachTo(APPLICANT, number, "photo"));
        done(submitting.submit(APPLICANT, number, OptionalLong.of(saved.version()), Map.of()));

        assertEquals("1.0.0", read(number).definition().version());
        assertEquals("0571-63721234", read(number).answers().text("fax"));
    }

    @Test
    void aDraftOnTheFormInForceHasNothingToMoveTo() throws Exception {
        String number = draft(10);

        assertTrue(done(moving.look(APPLICANT, number)).isEmpty());
        assertRefused(Refusal.Kind.CONFLICT, "form.current", moving.move(APPLICANT, number, LATEST));
    }

    @Test
    void whatChangedAndWhatBecomesOfTheAnswersIsToldBeforehandAndNothingMoves() throws Exception {
        String number = draft(10);
        program.drop(SECOND);

        FormUpdate update = done(moving.look(APPLICANT, number)).orElseThrow();

        assertEquals("1.0.0 -> 1.1.0", update.from() + " -> " + update.to());
        assertTrue(update.newer() && update.mayMove());
        assertEquals(
                List.of("CHANGED title", "CHANGED nature", "CHANGED nature", "ADDED web", "CHANGED staff", "REMOVED fax",
                        "REMOVED photo"),
                update.changes().changes().stream().map(c -> c.kind() + " " + c.id()).toList());
        assertEquals(
                List.of("renamed 名称 工作室名称", "mapped 单位性质：民营 企业", "dropped 传真号码 ", "document-dropped 照片 "),
                update.effects().stream()
                        .map(e -> e.kind().code() + " " + e.label().zh() + " " + e.to().zh())
                        .toList());
        assertEquals("1.0.0", read(number).definition().version());
    }

    @Test
    void aDraftThatFitsMovesWithItsAnswersAndDocuments() throws Exception {
        String number = draft(10);
        program.drop(SECOND);
        long seen = read(number).summary().version();

        CaseSummary moved = done(moving.move(APPLICANT, number, OptionalLong.of(seen)));

        CaseContent content = read(number);
        assertEquals("1.1.0", content.definition().version());
        assertEquals("天目工作室", content.answers().text("title"));
        assertEquals("天目工作室", moved.title());
        assertEquals("enterprise", content.answers().text("nature"));
        assertEquals(People.UNIT.name(), content.answers().text("unit-name"));
        assertEquals("10", content.answers().text("staff"));
        assertFalse(content.answers().has("fax"));
        assertTrue(moved.version() > seen);
        assertEquals(
                List.of("permit"),
                done(documents.list(APPLICANT, number)).stream().map(Document::getRequirement).toList());
        assertEquals(2, done(documents.history(APPLICANT, number)).size(), "what was put aside stays in the history");
        assertTrue(done(moving.look(APPLICANT, number)).isEmpty());
        // It is an ordinary draft of the new form.
        done(saving.change(
                APPLICANT, number, LATEST, Json.createObjectBuilder().add("web", "example.org").build()));
        done(submitting.submit(APPLICANT, number, LATEST, Map.of()));
    }

    @Test
    void theMoveIsToldInTheInboxTheTimelineAndTheAuditTrailWithoutAnAnswer() throws Exception {
        String number = draft(10);
        program.drop(SECOND);
        done(moving.move(APPLICANT, number, LATEST));

        // Other tests' messages to the same unit may fill the first page.
        List<InboxMessage> messages = inbox.list(APPLICANT, new PageRequest(1, 100)).items().stream()
                .filter(m -> m.getEvent().equals("case.form-moved"))
                .filter(m -> m.getCaseNumber().equals(Optional.of(number)))
                .toList();
        String args = tables.words(
                        "select args from inbox_message where event = 'case.form-moved' and case_number = ?", number)
                .get(0);
        assertEquals(1, messages.size());
        assertTrue(args.contains("新增：网址；不再需要：传真号码、照片；有改动："), args);
        assertFalse(args.contains("天目工作室") || args.contains("89541368"), args);
        assertEquals(
                List.of("case.begun", "case.form-moved"),
                done(reading.timeline(APPLICANT, number)).stream()
                        .map(ReadCase.TimelineEntry::what)
                        .toList());
        assertEquals(
                "1.0.0",
                tables.words("select before_words from audit_entry where what = 'case.form-moved' and subject = ?", number)
                        .get(0));
    }

    @Test
    void whatTheNewFormHasNoRoomForIsToldAtTheQuestionAndNothingMoves() throws Exception {
        String number = draft(120);
        program.drop(SECOND);

        Outcome<CaseSummary> outcome = moving.move(APPLICANT, number, LATEST);

        assertRefused(Refusal.Kind.INVALID, "form.misfits", outcome);
        assertEquals(
                List.of("staff number.max"),
                outcome.reason().orElseThrow().violations().stream()
                        .map(v -> v.field() + " " + v.code())
                        .toList());
        assertFalse(done(moving.look(APPLICANT, number)).orElseThrow().mayMove());
        assertEquals("1.0.0", read(number).definition().version());
        assertEquals("0571-89541368", read(number).answers().text("fax"));
        assertEquals(2, done(documents.list(APPLICANT, number)).size());
        // Mended, it moves.
        done(saving.change(APPLICANT, number, LATEST, Json.createObjectBuilder().add("staff", 90).build()));
        done(moving.move(APPLICANT, number, LATEST));
    }

    @Test
    void aMoveOnAnOlderVersionAForeignDraftAndWhatIsHandedInAreRefused() throws Exception {
        String number = draft(10);
        String handedIn = draft(10);
        long seen = read(number).summary().version();
        done(submitting.submit(APPLICANT, handedIn, LATEST, Map.of()));
        program.drop(SECOND);

        assertRefused(Refusal.Kind.STALE, "stale", moving.move(APPLICANT, number, OptionalLong.of(seen - 1)));
        assertRefused(Refusal.Kind.NOT_FOUND, "not-found", moving.move(STRANGER, number, LATEST));
        assertRefused(Refusal.Kind.NOT_FOUND, "not-found", moving.look(STRANGER, number));
        assertRefused(Refusal.Kind.CONFLICT, "case.stage", moving.move(APPLICANT, handedIn, LATEST));
        assertTrue(done(moving.look(APPLICANT, handedIn)).isEmpty());
    }

    private static void assertRefused(Refusal.Kind kind, String code, Outcome<?> outcome) {
        assertEquals(
                kind + " " + code,
                outcome.reason().map(r -> r.kind() + " " + r.code()).orElse("done"));
    }
}
