package gov.tianmu.engine.notice.drafting;

import gov.tianmu.engine.audit.AuditTrail;
import gov.tianmu.engine.audit.Deed;
import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.modules.FrozenNotice;
import gov.tianmu.engine.modules.Notices;
import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.UseCase;
import gov.tianmu.spi.definition.NoticeDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Begins a draft from a notice the portal knows: the next year's, or a correction of the notice itself. */
@ApplicationScoped
@UseCase(by = Role.OFFICER)
public class BeginNoticeDraft {

    @Inject
    private NoticeDrafts drafts;

    @Inject
    private Notices notices;

    @Inject
    private PortalClock clock;

    @Inject
    private AuditTrail audit;

    /** A new notice after an earlier one: of the year after it, or of this year when that is later. */
    public Outcome<NoticeDraftView> fromEarlier(Actor actor, String noticeId) {
        Optional<FrozenNotice> base = notices.known(noticeId);
        if (base.isEmpty()) {
            return Outcome.refused(Refusal.notFound());
        }
        NoticeDefinition definition = base.get().definition();
        int year = Math.max(definition.issuedOn().getYear() + 1, clock.today().getYear());
        NoticeContent content =
                ProposedContent.forYear(definition, name -> drafts.text(base.get().hash(), name), year);
        return begin(actor, base.get(), "", content);
    }

    /** A correction (更正) of a published notice: under its id, in the next version. */
    public Outcome<NoticeDraftView> correction(Actor actor, String noticeId) {
        Optional<FrozenNotice> base = notices.known(noticeId);
        if (base.isEmpty()) {
            return Outcome.refused(Refusal.notFound());
        }
        if (drafts.isBeingCorrected(noticeId)) {
            return Outcome.refused(
                    Refusal.Kind.CONFLICT, "notice-draft.correction-open", base.get().definition().number());
        }
        NoticeContent content = ProposedContent.forCorrection(
                base.get().definition(), name -> drafts.text(base.get().hash(), name));
        return begin(actor, base.get(), noticeId, content);
    }

    private Outcome<NoticeDraftView> begin(
            Actor actor, FrozenNotice base, String correctionOf, NoticeContent content) {
        NoticeDraft draft = new NoticeDraft(
                actor, base.hash(), base.definition().number(), correctionOf, content, clock.now());
        drafts.add(draft);
        drafts.flush();
        audit.append(
                actor,
                new Deed(
                        correctionOf.isEmpty() ? "notice-draft.begun" : "notice-draft.correction-begun",
                        draft.getId(),
                        "",
                        base.definition().id()));
        return Outcome.done(drafts.view(actor, draft));
    }
}
