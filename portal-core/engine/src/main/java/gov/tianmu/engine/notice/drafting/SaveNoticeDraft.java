package gov.tianmu.engine.notice.drafting;

import gov.tianmu.engine.audit.AuditTrail;
import gov.tianmu.engine.audit.Deed;
import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.UseCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalLong;

/**
 * Keeps what an officer has written, good or not; what is wrong with it comes back beside it. Refused only when somebody
 * else saved meanwhile, when the draft is not in writing any more, or when it is beyond all measure.
 */
@ApplicationScoped
@UseCase(by = Role.OFFICER)
public class SaveNoticeDraft {

    /** A notice with all attachments takes 40,000 characters. */
    private static final int MOST_CHARACTERS = 1_500_000;

    @Inject
    private NoticeDrafts drafts;

    @Inject
    private PortalClock clock;

    @Inject
    private AuditTrail audit;

    /**
     * Saves a draft.
     *
     * @param content what the form sent; blocks kept as they were need not be in it
     */
    public Outcome<NoticeDraftView> save(Actor actor, String id, OptionalLong seenVersion, NoticeContent content) {
        return drafts.seen(id, seenVersion, NoticeDraft.State.DRAFT).flatMap(draft -> {
            NoticeContent before = draft.content();
            NoticeContent after = Printable.only(content.over(before));
            if (NoticeContentJson.write(after).length() > MOST_CHARACTERS) {
                return Outcome.refused(Refusal.Kind.TOO_LARGE, "notice-draft.too-large", MOST_CHARACTERS);
            }
            if (!after.equals(before)) {
                draft.write(actor, after, clock.now());
                drafts.flush();
                audit.append(actor, new Deed("notice-draft.saved", id, before.number(), after.number()));
            }
            return Outcome.done(drafts.view(actor, draft));
        });
    }
}
