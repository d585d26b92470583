package gov.tianmu.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.engine.casefile.BeginCase;
import gov.tianmu.engine.casefile.CaseSummary;
import gov.tianmu.engine.casefile.SaveAnswers;
import gov.tianmu.engine.document.AttachDocument;
import gov.tianmu.engine.document.Document;
import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.submission.CaseSubmitted;
import gov.tianmu.engine.submission.Receipt;
import gov.tianmu.engine.submission.SubmitCase;
import gov.tianmu.engine.usecase.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalLong;

/** An application to the small program, step by step, and a step downstream of the submission that can fail. */
@ApplicationScoped
public class SmallApplication {

    static final String CALL = "small-open";
    static final String LEADER_ID = residentId("330124198001011", "1");
    static final String MEMBER_ID = residentId("330124199002022", "3");
    static final String MOBILE = "13957112233";

    @Inject
    private BeginCase beginning;

    @Inject
    private SaveAnswers saving;

    @Inject
    private AttachDocument attaching;

    @Inject
    private SubmitCase submitting;

    private volatile boolean submissionsFail;

    private static String residentId(String fifteen, String twoLess) {
        String digits = fifteen + twoLess + "7";
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        return digits + "10X98765432".charAt(sum % 11);
    }

    static JsonObject answers() {
        return Json.createObjectBuilder()
                .add("contact-mobile", MOBILE)
                .add("leader-name", "叶小挺")
                .add("leader-trade", "维修电工")
                .add("leader-resident-id", LEADER_ID)
                .add(
                        "team",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("id", "r1")
                                        .add("name", "何忠信")
                                        .add("resident-id", MEMBER_ID)))
                .build();
    }

    CaseSummary begun(Actor actor, String call) {
        return done(beginning.begin(actor, call));
    }

    /** A draft that lacks nothing. */
    CaseSummary filled(Actor actor, String call) throws Exception {
        String number = begun(actor, call).number();
        CaseSummary saved = done(saving.replace(actor, number, OptionalLong.empty(), answers())).summary();
        done(attach(actor, number));
        return saved;
    }

    Outcome<Document> attach(Actor actor, String number) throws Exception {
        return attachTo(actor, number, "licence");
    }

    Outcome<Document> attachTo(Actor actor, String number, String requirement) throws Exception {
        return attaching.attach(actor, number, requirement, "", "营业执照.pdf", new ByteArrayInputStream(pdf()));
    }

    /** A case that was handed in once. */
    String handedIn(Actor actor) throws Exception {
        String number = filled(actor, CALL).number();
        done(submit(actor, number));
        return number;
    }

    Outcome<Receipt> submit(Actor actor, String number) {
        return submitting.submit(actor, number, OptionalLong.empty(), Map.of());
    }

    /** What a use case hands back; fails with its refusal. */
    static <T> T done(Outcome<T> outcome) {
        assertTrue(outcome.isDone(), () -> outcome.reason().toString());
        return outcome.result().orElse(null);
    }

    void letSubmissionsFail() {
        submissionsFail = true;
    }

    void letSubmissionsPass() {
        submissionsFail = false;
    }

    void downstream(@Observes CaseSubmitted submitted) {
        if (submissionsFail) {
            throw new IllegalStateException("a step downstream fails");
        }
    }

    /** A PDF of one empty page. */
    private static byte[] pdf() {
        return """
                %PDF-1.4
                1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
                2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
                3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >> endobj
                trailer << /Size 4 /Root 1 0 R >>
                %%EOF
                """
                .getBytes(StandardCharsets.US_ASCII);
    }
}
