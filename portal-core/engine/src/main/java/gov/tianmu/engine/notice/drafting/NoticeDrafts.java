package gov.tianmu.engine.notice.drafting;

import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.modules.FrozenNotice;
import gov.tianmu.engine.modules.Notices;
import gov.tianmu.engine.modules.Programs;
import gov.tianmu.engine.notice.Notice;
import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.Violation;
import gov.tianmu.spi.definition.CallDefinition;
import gov.tianmu.spi.definition.NoticeDefinition;
import gov.tianmu.spi.definition.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The drafts, and what they are held against, for the use cases of this step. */
@ApplicationScoped
class NoticeDrafts {

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    @Inject
    private Notices notices;

    @Inject
    private Programs programs;

    @Inject
    private PortalClock clock;

    public void add(NoticeDraft draft) {
        em.persist(draft);
    }

    public void flush() {
        em.flush();
    }

    /** A draft that is still as it was seen. */
    public Outcome<NoticeDraft> seen(String id, OptionalLong seenVersion) {
        NoticeDraft draft = em.find(NoticeDraft.class, id);
        if (draft == null) {
            return Outcome.refused(Refusal.notFound());
        }
        return draft.unlessStillAt(seenVersion)
                .<Outcome<NoticeDraft>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(draft));
    }

    /** The same, in one of the states that allow what is asked. */
    public Outcome<NoticeDraft> seen(String id, OptionalLong seenVersion, NoticeDraft.State... allowed) {
        return seen(id, seenVersion).flatMap(draft -> List.of(allowed).contains(draft.getState())
                ? Outcome.done(draft)
                : Outcome.refused(Refusal.Kind.CONFLICT, "notice-draft.state", draft.getState().code()));
    }

    /** Whether a correction of the notice is being written or waits for approval. */
    public boolean isBeingCorrected(String noticeId) {
        return em.createQuery(
                                "select count(d) from NoticeDraft d where d.correctionOf = :notice and d.state in :open",
                                Long.class)
                        .setParameter("notice", noticeId)
                        .setParameter(
                                "open",
                                List.of(
                                        NoticeDraft.State.DRAFT,
                                        NoticeDraft.State.SUBMITTED,
                                        NoticeDraft.State.APPROVED))
                        .getSingleResult()
                > 0;
    }

    public FrozenNotice base(NoticeDraft draft) {
        return notices.frozen(draft.getBaseHash());
    }

    /** A text of a frozen notice; empty when it brought none. */
    public String text(String hash, String name) {
        return notices.part(hash, name).map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("");
    }

    /** What a draft is held against now. */
    public DraftGround ground(NoticeDraft draft, NoticeContent content) {
        Map<String, String> running = new LinkedHashMap<>();
        programs.live().forEach(program -> running.put(
                program.definition().id(), program.definition().version()));
        Map<String, NoticeDefinition> others = new LinkedHashMap<>();
        em.createQuery("select n from Notice n where n.id = :id or n.number = :number", Notice.class)
                .setParameter("id", content.idOfNumber())
                .setParameter("number", WrittenLines.token(content.number()))
                .setMaxResults(10)
                .getResultList()
                .forEach(notice -> others.put(
                        notice.getId(), notices.frozen(notice.getDefinitionHash()).definition()));
        notices.live().forEach(notice -> others.put(notice.definition().id(), notice.definition()));
        return new DraftGround(
                clock.now(), base(draft).definition(), draft.getCorrectionOf(), running, others.values());
    }

    public NoticeDraftView view(Actor actor, NoticeDraft draft) {
        NoticeContent content = draft.content();
        DraftGround ground = ground(draft, content);
        List<Violation> violations =
                draft.getState() == NoticeDraft.State.PUBLISHED || draft.getState() == NoticeDraft.State.DISCARDED
                        ? List.of()
                        : DraftCheck.check(content, ground);
        return new NoticeDraftView(
                NoticeDraftSummary.of(draft),
                content,
                draft.getNoticeId().orElse(ground.idOf(content)),
                ground.base(),
                violations,
                choices(ground),
                draft.isBy(actor));
    }

    private List<NoticeDraftView.ProgramChoice> choices(DraftGround ground) {
        List<NoticeDraftView.ProgramChoice> choices = new ArrayList<>();
        programs.live().forEach(program -> choices.add(new NoticeDraftView.ProgramChoice(
                program.definition().id(), program.definition().title(), true)));
        for (CallDefinition call : ground.base().calls()) {
            if (choices.stream().noneMatch(choice -> choice.id().equals(call.program()))) {
                Text title = programs.known(call.program())
                        .map(program -> program.definition().title())
                        .orElse(Text.of(call.program()));
                choices.add(new NoticeDraftView.ProgramChoice(call.program(), title, false));
            }
        }
        return choices;
    }

    /** The module that this draft makes now: under the notice's module when it has one, in the next version. */
    public NoticeBundle bundle(NoticeDraft draft, NoticeContent content, DraftGround ground, Optional<String> version) {
        String id = ground.idOf(content);
        String module = notices.module(id).orElse("gov.tianmu.notice-" + id);
        return NoticeBundle.of(content, id, module, version.orElseGet(() -> nextVersion(id)), ground.programs());
    }

    private String nextVersion(String noticeId) {
        Optional<String> live =
                notices.live(noticeId).map(notice -> notice.definition().version());
        return NextVersion.after(live, notices.latestVersion(noticeId));
    }
}
