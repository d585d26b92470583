package gov.tianmu.engine.notice.drafting;

import gov.tianmu.engine.audit.AuditTrail;
import gov.tianmu.engine.audit.Deed;
import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.modules.ModuleRow;
import gov.tianmu.engine.modules.ModuleState;
import gov.tianmu.engine.notification.Message;
import gov.tianmu.engine.notification.Outbox;
import gov.tianmu.engine.notification.Recipient;
import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.UnitOfWork;
import gov.tianmu.engine.usecase.UseCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Approves a submitted draft and publishes it, by the same road as any module: signed, put into the folder, checked and
 * started. A second person does: never whoever edited or submitted it last.
 *
 * <p>Two transactions stand around the start of the module, which none can hold. Whether it came to run is known when
 * this returns; a module that was refused leaves the draft submitted with the reason, one that failed leaves it approved
 * and this can be asked again.
 */
@ApplicationScoped
@UseCase(
        by = {Role.OFFICER, Role.LEADER},
        ownTransactions = true)
public class ApproveNoticeDraft {

    @Inject
    private NoticeDrafts drafts;

    @Inject
    private SoundBundle soundBundle;

    @Inject
    private NoticeRelease release;

    @Inject
    private UnitOfWork unitOfWork;

    @Inject
    private PortalClock clock;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditTrail audit;

    /**
     * What came of it.
     *
     * @param noticeId the notice's id, part of its address
     * @param runs whether it is public now; otherwise its module waits for what it requires
     */
    public record Published(String noticeId, String number, boolean runs) {}

    public Outcome<Published> approve(Actor actor, String id, OptionalLong seenVersion) throws Exception {
        Outcome<NoticeBundle> approved = unitOfWork.run(() -> approved(actor, id, seenVersion));
        if (approved instanceof Outcome.Refused<NoticeBundle> refused) {
            return Outcome.refused(refused.refusal());
        }
        NoticeBundle bundle = approved.result().orElseThrow();
        Outcome<ModuleRow> put = release.put(actor, bundle);
        return unitOfWork.run(() -> finished(actor, id, bundle, put));
    }

    private Outcome<NoticeBundle> approved(Actor actor, String id, OptionalLong seenVersion) {
        return drafts.seen(id, seenVersion, NoticeDraft.State.SUBMITTED, NoticeDraft.State.APPROVED)
                .flatMap(draft -> {
                    if (draft.isBy(actor)) {
                        return Outcome.refused(Refusal.Kind.FORBIDDEN, "notice-draft.own");
                    }
                    return soundBundle.of(draft, draft.getBundleVersion()).flatMap(bundle -> {
                        String before = draft.getState().code();
                        draft.approve(actor, bundle.id(), bundle.version(), clock.now());
                        drafts.flush();
                        audit.append(
                                actor,
                                new Deed("notice-draft.approved", id, before, bundle.id() + " " + bundle.version()));
                        return Outcome.done(bundle);
                    });
                });
    }

    private Outcome<Published> finished(Actor actor, String id, NoticeBundle bundle, Outcome<ModuleRow> put) {
        NoticeDraft draft = drafts.seen(id, OptionalLong.empty()).result().orElseThrow();
        if (put instanceof Outcome.Refused<ModuleRow> refused) {
            draft.notPublished(release.words(refused.refusal()), clock.now());
            drafts.flush();
            audit.append(
                    actor,
                    new Deed("notice-draft.not-published", id, bundle.id() + " " + bundle.version(),
                            refused.refusal().code()));
            return Outcome.refused(refused.refusal());
        }
        boolean runs = put.result().orElseThrow().state() == ModuleState.ACTIVE;
        draft.published(clock.now());
        drafts.flush();
        outbox.tell(new Message(
                Recipient.account(draft.getEditedBy()),
                Optional.empty(),
                "desk.notice-published",
                List.of(draft.getNumber(), draft.getTitle(), actor.name()),
                Optional.empty()));
        audit.append(
                actor,
                new Deed("notice-draft.published", id, NoticeDraft.State.APPROVED.code(),
                        bundle.id() + " " + bundle.version()));
        return Outcome.done(new Published(bundle.id(), draft.getNumber(), runs));
    }
}
