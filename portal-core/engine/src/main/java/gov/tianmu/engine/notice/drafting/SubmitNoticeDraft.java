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
import gov.tianmu.engine.usecase.UseCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Hands a draft in for approval by somebody else. One with errors stays where it is. */
@ApplicationScoped
@UseCase(by = Role.OFFICER)
public class SubmitNoticeDraft {

    @Inject
    private NoticeDrafts drafts;

    @Inject
    private SoundBundle soundBundle;

    @Inject
    private PortalClock clock;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditTrail audit;

    public Outcome<NoticeDraftView> submit(Actor actor, String id, OptionalLong seenVersion) {
        return drafts.seen(id, seenVersion, NoticeDraft.State.DRAFT)
                .flatMap(draft -> soundBundle.of(draft, Optional.empty()).flatMap(bundle -> {
                    draft.submit(actor, clock.now());
                    drafts.flush();
                    tell(Recipient.role(Role.OFFICER), actor, draft);
                    tell(Recipient.role(Role.LEADER), actor, draft);
                    audit.append(
                            actor,
                            new Deed("notice-draft.submitted", id, NoticeDraft.State.DRAFT.code(), bundle.id()));
                    return Outcome.done(drafts.view(actor, draft));
                }));
    }

    private void tell(Recipient recipient, Actor actor, NoticeDraft draft) {
        outbox.tell(new Message(
                recipient,
                Optional.empty(),
                "desk.notice-submitted",
                List.of(draft.getNumber(), draft.getTitle(), actor.name()),
                Optional.empty()));
    }
}
