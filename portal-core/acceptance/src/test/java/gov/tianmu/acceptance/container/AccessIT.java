package gov.tianmu.acceptance.container;

import static gov.tianmu.acceptance.container.People.APPLICANT;
import static gov.tianmu.acceptance.container.People.OFFICER;
import static gov.tianmu.acceptance.container.People.STRANGER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.engine.casefile.BeginCase;
import gov.tianmu.engine.casefile.GiveUpCase;
import gov.tianmu.engine.casefile.ReadCase;
import gov.tianmu.engine.casefile.SaveAnswers;
import gov.tianmu.engine.document.ReadDocuments;
import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.review.CaseQueue;
import gov.tianmu.engine.review.DecideAcceptance;
import gov.tianmu.engine.review.ReviewCase;
import gov.tianmu.engine.usecase.AccessRefusedException;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.PageRequest;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.UseCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may do what to which case. */
class AccessIT extends OnServer {

    private static final OptionalLong LATEST = OptionalLong.empty();

    @Inject
    private BeginCase beginning;

    @Inject
    private ReadCase reading;

    @Inject
    private ReadDocuments documents;

    @Inject
    private SaveAnswers saving;

    @Inject
    private GiveUpCase givingUp;

    @Inject
    private DecideAcceptance deciding;

    @Inject
    private ReviewCase review;

    @Inject
    private CaseQueue queue;

    @Inject
    private Forgetful forgetful;

    /** A use case that somebody wrote without the actor. */
    @ApplicationScoped
    @UseCase(by = Role.APPLICANT)
    public static class Forgetful {

        public Outcome<String> act(String number) {
            return Outcome.done(number);
        }
    }

    @Test
    void anotherOrganisationsCaseDoesNotExist() throws Exception {
        String number = application.handedIn(APPLICANT);
        assertKind(Refusal.Kind.NOT_FOUND, reading.read(STRANGER, number));
        assertKind(Refusal.Kind.NOT_FOUND, reading.timeline(STRANGER, number));
        assertKind(Refusal.Kind.NOT_FOUND, documents.list(STRANGER, number));
        assertKind(Refusal.Kind.NOT_FOUND, review.corrections(STRANGER, number));
        assertKind(Refusal.Kind.NOT_FOUND, saving.change(STRANGER, number, LATEST, SmallApplication.answers()));
        assertKind(Refusal.Kind.NOT_FOUND, application.attach(STRANGER, number));
        assertKind(Refusal.Kind.NOT_FOUND, application.submit(STRANGER, number));
        assertKind(Refusal.Kind.NOT_FOUND, givingUp.giveUp(STRANGER, number, LATEST));
        assertKind(Refusal.Kind.NOT_FOUND, reading.read(STRANGER, "2023-9999"));
    }

    @Test
    void whoeverLacksTheRoleIsForbidden() throws Exception {
        String number = application.handedIn(APPLICANT);
        assertKind(Refusal.Kind.FORBIDDEN, deciding.accept(APPLICANT, number, LATEST));
        assertKind(Refusal.Kind.FORBIDDEN, deciding.accept(People.LEADER, number, LATEST));
        assertKind(Refusal.Kind.FORBIDDEN, beginning.begin(OFFICER, SmallApplication.CALL));
        assertKind(Refusal.Kind.FORBIDDEN, reading.read(People.AUDITOR, number));
        assertKind(Refusal.Kind.FORBIDDEN, reading.reveal(APPLICANT, number, "leader-resident-id"));
        AccessRefusedException refused = assertThrows(
                AccessRefusedException.class,
                () -> queue.list(APPLICANT, CaseQueue.Filter.all(), new PageRequest(1, 20)));
        assertEquals(Refusal.Kind.FORBIDDEN, refused.refusal().kind());
    }

    @Test
    void aVisitorIsAskedToSignIn() throws Exception {
        String number = application.handedIn(APPLICANT);
        assertKind(Refusal.Kind.NOT_SIGNED_IN, reading.read(Actor.visitor(), number));
        assertKind(Refusal.Kind.NOT_SIGNED_IN, beginning.begin(Actor.visitor(), SmallApplication.CALL));
        assertKind(Refusal.Kind.NOT_SIGNED_IN, application.attach(Actor.visitor(), number));
    }

    @Test
    void aUseCaseWithoutTheActorFailsLoudly() {
        IllegalStateException fault = assertThrows(IllegalStateException.class, () -> forgetful.act("2023-0001"));
        assertTrue(fault.getMessage().contains("act"), fault::getMessage);
    }

    @Test
    void aDraftDoesNotExistForOfficers() throws Exception {
        String number = application.filled(APPLICANT, SmallApplication.CALL).number();
        assertKind(Refusal.Kind.NOT_FOUND, reading.read(OFFICER, number));
        assertKind(Refusal.Kind.NOT_FOUND, documents.list(OFFICER, number));
        assertKind(Refusal.Kind.NOT_FOUND, deciding.accept(OFFICER, number, LATEST));
        CaseQueue.Filter filter = new CaseQueue.Filter("", "", Set.of(), number, CaseQueue.Order.NEWEST);
        assertEquals(0, queue.list(OFFICER, filter, new PageRequest(1, 20)).total());
        SmallApplication.done(application.submit(APPLICANT, number));
        assertEquals(1, queue.list(OFFICER, filter, new PageRequest(1, 20)).total());
    }

    @Test
    void anOfficerSeesPersonalAnswersMaskedAndEachLookIsTold() throws Exception {
        String number = application.handedIn(APPLICANT);
        String own = SmallApplication.done(reading.read(APPLICANT, number)).answers().text("leader-resident-id");
        assertEquals(SmallApplication.LEADER_ID, own);
        String masked = SmallApplication.done(reading.read(OFFICER, number)).answers().text("leader-resident-id");
        assertTrue(masked.contains("*") && masked.length() == own.length(), masked);
        assertEquals(
                own, SmallApplication.done(reading.reveal(OFFICER, number, "leader-resident-id")));
        assertEquals(
                1,
                tables.count(
                        "audit_entry where subject = ? and what = 'answer.revealed' and account = ?",
                        number,
                        OFFICER.account()));
    }

    private static void assertKind(Refusal.Kind kind, Outcome<?> outcome) {
        assertEquals(kind, outcome.reason().map(Refusal::kind).orElse(null), outcome::toString);
    }
}
