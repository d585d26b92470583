package gov.tianmu.engine.notice.drafting;

import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.modules.FrozenNotice;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.UseCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads a draft, and shows it as the public would see it, and what it has otherwise than the notice before. */
@ApplicationScoped
@UseCase(by = {Role.OFFICER, Role.LEADER})
public class PreviewNoticeDraft {

    @Inject
    private NoticeDrafts drafts;

    /** The draft as it was written. */
    public Outcome<NoticeDraftView> read(Actor actor, String id) {
        return drafts.seen(id, OptionalLong.empty()).map(draft -> drafts.view(actor, draft));
    }

    /** The draft as a notice. */
    public Outcome<NoticePreview> preview(Actor actor, String id) {
        return drafts.seen(id, OptionalLong.empty()).map(draft -> {
            NoticeContent content = draft.content();
            return NoticePreview.of(content, drafts.ground(draft, content));
        });
    }

    /** What the draft has otherwise than the notice it was begun from. */
    public Outcome<NoticeChanges> changes(Actor actor, String id) {
        return drafts.seen(id, OptionalLong.empty()).map(draft -> {
            FrozenNotice base = drafts.base(draft);
            NoticeContent content = draft.content();
            return NoticeChanges.between(
                    base.definition(),
                    name -> drafts.text(base.hash(), name),
                    content,
                    drafts.bundle(draft, content, drafts.ground(draft, content), Optional.of("1.0.0"))
                            .soundDefinition());
        });
    }
}
