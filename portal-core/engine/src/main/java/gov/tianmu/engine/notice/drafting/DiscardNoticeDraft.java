package gov.tianmu.engine.notice.drafting;

import gov.tianmu.engine.audit.AuditTrail;
import gov.tianmu.engine.audit.Deed;
import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.UseCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalLong;

/** Gives a draft up. It stays in the database and in the audit trail, and on no list. */
@ApplicationScoped
@UseCase(by = Role.OFFICER)
public class DiscardNoticeDraft {

    @Inject
    private NoticeDrafts drafts;

    @Inject
    private PortalClock clock;

    @Inject
    private AuditTrail audit;

    public Outcome<NoticeDraftSummary> discard(Actor actor, String id, OptionalLong seenVersion) {
        return drafts.seen(id, seenVersion, NoticeDraft.State.DRAFT).flatMap(draft -> {
            draft.discard(actor, clock.now());
            drafts.flush();
            audit.append(
                    actor, new Deed("notice-draft.discarded", id, NoticeDraft.State.DRAFT.code(), draft.getNumber()));
            return Outcome.done(NoticeDraftSummary.of(draft));
        });
    }
}
