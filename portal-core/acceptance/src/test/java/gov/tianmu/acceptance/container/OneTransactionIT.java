package gov.tianmu.acceptance.container;

import static gov.tianmu.acceptance.container.People.APPLICANT;
import static gov.tianmu.acceptance.container.SmallApplication.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gov.tianmu.engine.casefile.BeginCase;
import gov.tianmu.engine.idempotency.Answered;
import gov.tianmu.engine.idempotency.Once;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is done is done whole, once, or not at all. */
class OneTransactionIT extends OnServer {

    @Inject
    private Once once;

    @Inject
    private BeginCase beginning;

    @Test
    void aFaultInTheMiddleOfASubmissionLeavesNothing() throws Exception {
        String number = application.filled(APPLICANT, SmallApplication.CALL).number();
        long audited = tables.count("audit_entry");
        long inbox = tables.count("inbox_message");
        long outbox = tables.count("outbox_message");
        application.letSubmissionsFail();
        assertThrows(RuntimeException.class, () -> application.submit(APPLICANT, number));
        assertEquals(0, tables.count("submission where case_number = ?", number));
        assertEquals(1, tables.count("case_file where number = ? and stage = 'DRAFT' and submissions = 0", number));
        assertEquals(audited, tables.count("audit_entry"));
        assertEquals(inbox, tables.count("inbox_message"));
        assertEquals(outbox, tables.count("outbox_message"));

        application.letSubmissionsPass();
        done(application.submit(APPLICANT, number));
        assertEquals(1, tables.count("submission where case_number = ?", number));
        assertEquals(audited + 1, tables.count("audit_entry"));
        assertEquals(inbox + 2, tables.count("inbox_message"));
        assertEquals(outbox + 1, tables.count("outbox_message"));
    }

    @Test
    void handingInTwiceIsRefusedTheSecondTime() throws Exception {
        String number = application.handedIn(APPLICANT);
        Refusal second = application.submit(APPLICANT, number).reason().orElseThrow();
        assertEquals(Refusal.Kind.CONFLICT, second.kind());
        assertEquals("case.submitted-already", second.code());
        assertEquals(1, tables.count("submission where case_number = ?", number));
    }

    @Test
    void aRequestRepeatedWithItsKeyIsDoneOnce() throws Exception {
        long before = tables.count("case_file");
        Answered first = done(begin("again-1", "print"));
        Answered second = done(begin("again-1", "print"));
        assertEquals(first, second);
        assertEquals(before + 1, tables.count("case_file"));
        Refusal other = begin("again-1", "another").reason().orElseThrow();
        assertEquals("idempotency.reused", other.code());
        assertEquals(before + 1, tables.count("case_file"));
    }

    @Test
    void aRequestThatComesEightTimesAtOnceIsDoneOnce() throws Exception {
        long before = tables.count("case_file");
        List<Callable<Outcome<Answered>>> requests = IntStream.range(0, 8)
                .<Callable<Outcome<Answered>>>mapToObj(i -> () -> begin("at-once", "print"))
                .toList();
        List<Outcome<Answered>> answers = crowd.atOnce(requests);
        assertEquals(1, answers.stream().map(SmallApplication::done).collect(Collectors.toSet()).size());
        assertEquals(before + 1, tables.count("case_file"));
    }

    @Test
    void aRefusedRequestMayComeAgainWithItsKey() throws Exception {
        Callable<Outcome<Answered>> refused = () -> Outcome.refused(Refusal.Kind.CONFLICT, "not.now");
        assertEquals("not.now", once.run(APPLICANT, "refused", "print", refused).reason().orElseThrow().code());
        Answered answer = new Answered(200, Map.of(), "done");
        assertEquals(answer, done(once.run(APPLICANT, "refused", "print", () -> Outcome.done(answer))));
    }

    private Outcome<Answered> begin(String key, String fingerprint) throws Exception {
        return once.run(APPLICANT, key, fingerprint, () -> beginning
                .begin(APPLICANT, SmallApplication.CALL)
                .map(begun -> new Answered(201, Map.of("Location", begun.number()), begun.number())));
    }
}
