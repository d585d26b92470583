package gov.tianmu.engine.notice.drafting;

import gov.tianmu.engine.audit.AuditTrail;
import gov.tianmu.engine.audit.Deed;
import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.notification.Message;
import gov.tianmu.engine.notification.Outbox;
import gov.tianmu.engine.notification.Recipient;
import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.UseCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Gives a submitted draft back to be changed, with the reason. Who submitted it may take it back likewise. */
@ApplicationScoped
@UseCase(by = {Role.OFFICER, Role.LEADER})
public class ReturnNoticeDraft {

    private static final int LONGEST = 500;

    @Inject
    private NoticeDrafts drafts;

    @Inject
    private PortalClock clock;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditTrail audit;

    public Outcome<NoticeDraftView> giveBack(Actor actor, String id, OptionalLong seenVersion, String reason) {
        String why = Printable.only(reason).strip();
        if (why.isEmpty()) {
            return Outcome.refused(Refusal.Kind.INVALID, "notice-draft.reason");
        }
        if (why.codePointCount(0, why.length()) > LONGEST) {
            return Outcome.refused(Refusal.Kind.INVALID, "reason.too-long", LONGEST);
        }
        return drafts.seen(id, seenVersion, NoticeDraft.State.SUBMITTED).flatMap(draft -> {
            draft.giveBack(actor, why, clock.now());
            drafts.flush();
            if (!draft.isBy(actor)) {
                outbox.tell(new Message(
                        Recipient.account(draft.getEditedBy()),
                        Optional.empty(),
                        "desk.notice-returned",
                        List.of(draft.getNumber(), draft.getTitle(), actor.name(), why),
                        Optional.empty()));
            }
            audit.append(actor, new Deed("notice-draft.returned", id, NoticeDraft.State.SUBMITTED.code(), why));
            return Outcome.done(drafts.view(actor, draft));
        });
    }
}
