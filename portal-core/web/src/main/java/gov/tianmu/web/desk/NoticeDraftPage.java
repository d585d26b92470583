package gov.tianmu.web.desk;

import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.modules.compare.DefinitionChange;
import gov.tianmu.engine.notice.drafting.ApproveNoticeDraft;
import gov.tianmu.engine.notice.drafting.DiscardNoticeDraft;
import gov.tianmu.engine.notice.drafting.NoticeChanges;
import gov.tianmu.engine.notice.drafting.NoticeContent;
import gov.tianmu.engine.notice.drafting.NoticeDraft;
import gov.tianmu.engine.notice.drafting.NoticeDraftView;
import gov.tianmu.engine.notice.drafting.PreviewNoticeDraft;
import gov.tianmu.engine.notice.drafting.ReturnNoticeDraft;
import gov.tianmu.engine.notice.drafting.SaveNoticeDraft;
import gov.tianmu.engine.notice.drafting.SubmitNoticeDraft;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.Violation;
import gov.tianmu.spi.definition.Text;
import gov.tianmu.web.display.Texts;
import gov.tianmu.web.page.PageTurn;
import gov.tianmu.web.page.PostedForm;
import gov.tianmu.web.signin.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One draft of a notice: the form while it is written, the page to approve it when it is submitted. What was typed is
 * shown again whenever it could not be saved.
 */
@Named("deskNotice")
@RequestScoped
public class NoticeDraftPage {

    static final String LIST = "/desk/notices";

    @Inject
    private PreviewNoticeDraft reading;

    @Inject
    private SaveNoticeDraft saving;

    @Inject
    private SubmitNoticeDraft submitting;

    @Inject
    private ApproveNoticeDraft approving;

    @Inject
    private ReturnNoticeDraft returning;

    @Inject
    private DiscardNoticeDraft discarding;

    @Inject
    private PostedForm posted;

    @Inject
    private PageTurn turn;

    @Inject
    private CurrentActor current;

    @Inject
    private Texts texts;

    private NoticeDraftView view;
    private Optional<NoticeContent> typed = Optional.empty();
    private Optional<Refusal> refusal = Optional.empty();
    private List<NoticeProblem> problems;
    private NoticePreviewShown preview;
    private NoticeChanges changes;

    /** Reads the draft, after doing what was asked when a form was sent. */
    public void open() throws Exception {
        boolean sent = FacesContext.getCurrentInstance().isPostback() && !posted.getVerb().isEmpty();
        if (sent && act()) {
            return;
        }
        view = turn.need(reading.read(current.get(), getId()));
    }

    /** Answers whether the page was left. */
    private boolean act() throws Exception {
        OptionalLong seen = posted.version("version");
        return switch (posted.getVerb()) {
            case "approve" -> approve(seen);
            case "return" -> leave(returning.giveBack(current.get(), getId(), seen, getReason()), "returned");
            case "discard" -> leave(discarding.discard(current.get(), getId(), seen), "discarded");
            default -> save(seen);
        };
    }

    private boolean save(OptionalLong seen) {
        NoticeForm form = new NoticeForm(posted);
        if (!form.isSent()) {
            return false;
        }
        NoticeContent content = form.content();
        OptionalLong version = posted.getVerb().equals("overwrite") ? posted.version("latest") : seen;
        Outcome<NoticeDraftView> saved = saving.save(current.get(), getId(), version, content);
        if (saved.reason().isPresent()) {
            refusal = saved.reason();
            typed = Optional.of(content);
            return false;
        }
        if (posted.getVerb().equals("submit")) {
            OptionalLong now = OptionalLong.of(saved.result().orElseThrow().summary().version());
            return leave(submitting.submit(current.get(), getId(), now), "submitted");
        }
        boolean parts = posted.getVerb().startsWith("add-") || posted.getVerb().startsWith("remove-");
        String section = parts ? "#s-" + posted.getVerb().replaceFirst("^(add|remove)-", "") + "s" : "";
        turn.to(getAddress() + "?done=saved" + section);
        return true;
    }

    private boolean approve(OptionalLong seen) throws Exception {
        Outcome<ApproveNoticeDraft.Published> outcome = approving.approve(current.get(), getId(), seen);
        refusal = outcome.reason();
        outcome.result().ifPresent(published -> turn.to(LIST + "?done="
                + (published.runs() ? "published" : "waiting") + "&notice=" + encoded(published.noticeId())));
        return outcome.isDone();
    }

    private boolean leave(Outcome<?> outcome, String done) {
        refusal = outcome.reason();
        if (outcome.isDone()) {
            turn.to(LIST + "?tab=drafts&done=" + done);
        }
        return outcome.isDone();
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    public String getId() {
        return posted.text("id");
    }

    public String getAddress() {
        return LIST + "/drafts/" + getId();
    }

    public NoticeDraftView getView() {
        return view;
    }

    /** What the form shows: what was typed when it could not be saved, else what is kept. */
    public NoticeContent getContent() {
        return typed.orElse(view.content());
    }

    /** The version that the shown content stands on. */
    public String getVersion() {
        return typed.isPresent() ? posted.text("version") : String.valueOf(view.summary().version());
    }

    public boolean isEditable() {
        return view.summary().state() == NoticeDraft.State.DRAFT && current.get().is(Role.OFFICER);
    }

    /** Whether it waits for somebody's approval. */
    public boolean isApprovable() {
        return view.summary().state() == NoticeDraft.State.SUBMITTED
                || view.summary().state() == NoticeDraft.State.APPROVED;
    }

    /** Whether nothing more happens to it. */
    public boolean isEnded() {
        return view.summary().state() == NoticeDraft.State.PUBLISHED
                || view.summary().state() == NoticeDraft.State.DISCARDED;
    }

    /** Where the notice stands once it was published; empty otherwise. */
    public String getPublicAddress() {
        return view.summary().state() == NoticeDraft.State.PUBLISHED
                ? view.summary().noticeId().map(id -> "/notices/" + id).orElse("")
                : "";
    }

    /** Whether somebody else saved meanwhile, so that what was typed is not saved. */
    public boolean isStale() {
        return typed.isPresent()
                && refusal.filter(each -> each.kind() == Refusal.Kind.STALE).isPresent();
    }

    /** Why not, in the reader's language; empty when nothing was refused. */
    public String getRefusal() {
        return refusal.map(texts::of).orElse("");
    }

    /** Whether it can be given back to whoever writes it. */
    public boolean isReturnable() {
        return view.summary().state() == NoticeDraft.State.SUBMITTED;
    }

    /** Whether the dialog to return it stands open: the address asks for it, or what it sent was refused. */
    public boolean isReturnAsked() {
        return isReturnRefused() || isReturnable() && posted.text("ask").equals("return");
    }

    /** Whether returning was refused and can be tried again, so that its dialog tells why. */
    public boolean isReturnRefused() {
        return refusal.isPresent() && posted.getVerb().equals("return") && isReturnable();
    }

    /** Whether it was refused for the reason that was given. */
    public boolean isReasonFaulty() {
        return isReturnRefused()
                && refusal.filter(each -> each.kind() == Refusal.Kind.INVALID).isPresent();
    }

    public String getReason() {
        return posted.text("reason");
    }

    /** Everything wrong or doubtful, in the order of the form. */
    public List<NoticeProblem> getProblems() {
        if (problems == null) {
            List<Violation> found = typed.isPresent()
                    ? List.of()
                    : refusal.map(Refusal::violations).filter(each -> !each.isEmpty()).orElse(view.violations());
            problems = found.stream().map(this::problem).toList();
        }
        return problems;
    }

    private NoticeProblem problem(Violation violation) {
        return new NoticeProblem(
                violation.field(),
                labelOf(violation.field()),
                texts.of(violation),
                violation.severity() == Violation.Severity.WARNING);
    }

    /** 附件2 正文, 批次1 截止. */
    private String labelOf(String field) {
        String[] parts = field.split("\\.");
        if (parts.length < 3) {
            return texts.of("desk.notice.f." + field);
        }
        List<String> keys =
                switch (parts[0]) {
                    case "attachment" -> getContent().attachments().stream().map(each -> each.key()).toList();
                    case "call" -> getContent().calls().stream().map(each -> each.key()).toList();
                    default -> getContent().lists().stream().map(each -> each.key()).toList();
                };
        return texts.of(
                "desk.notice.of-part",
                texts.of("desk.notice.part." + parts[0], keys.indexOf(parts[1]) + 1),
                texts.of("desk.notice.f." + parts[0] + "." + parts[2]));
    }

    public List<NoticeProblem> getErrors() {
        return getProblems().stream().filter(each -> !each.warning()).toList();
    }

    public List<NoticeProblem> getWarnings() {
        return getProblems().stream().filter(NoticeProblem::warning).toList();
    }

    /** Whether the errors are told together at the top: once somebody wanted to submit. */
    public boolean isToldTogether() {
        return refusal.isPresent() && !getErrors().isEmpty() && typed.isEmpty();
    }

    public List<NoticeProblem> problemsAt(String field) {
        return getProblems().stream().filter(each -> each.field().equals(field)).toList();
    }

    public boolean isFaulty(String field) {
        return getErrors().stream().anyMatch(each -> each.field().equals(field));
    }

    public String idOf(String field) {
        return NoticeProblem.idOf(field);
    }

    public List<NoticeSection> getSections() {
        return NoticeSection.CODES.stream()
                .map(code -> NoticeSection.of(code, getProblems()))
                .toList();
    }

    public NoticePreviewShown getPreview() {
        if (preview == null) {
            preview = NoticePreviewShown.of(turn.need(reading.preview(current.get(), getId())));
        }
        return preview;
    }

    public NoticeChanges getChanges() {
        if (changes == null) {
            changes = turn.need(reading.changes(current.get(), getId()));
        }
        return changes;
    }

    /** What differs of one part, for the reader to see together. */
    public record PartChange(Text label, String kind, List<DefinitionChange> changes) {}

    /** What differs but for the texts, part by part. */
    public List<PartChange> getPartChanges() {
        Map<String, List<DefinitionChange>> byPart = new LinkedHashMap<>();
        getChanges().parts().forEach(change -> byPart.computeIfAbsent(
                        change.part() + " " + change.id(), part -> new ArrayList<>())
                .add(change));
        return byPart.values().stream()
                .map(each -> new PartChange(
                        each.get(0).part() == DefinitionChange.Part.NOTICE
                                ? Text.EMPTY
                                : each.get(0).label(),
                        each.get(0).kind().name().toLowerCase(Locale.ROOT),
                        each))
                .toList();
    }

    /** Who returned it and why, while it is being written again. */
    public boolean isReturned() {
        return view.summary().state() == NoticeDraft.State.DRAFT && view.summary().reason().isPresent();
    }

    /** Why it was returned or did not get to run; empty otherwise. */
    public Text getWhy() {
        return view.summary().reason().orElse(Text.EMPTY);
    }

    public String getDecidedBy() {
        return view.summary().decidedBy().orElse("");
    }

    public Object getDecidedAt() {
        return view.summary().decidedAt().orElse(null);
    }

    public String getSubmittedBy() {
        return view.summary().submittedBy().orElse("");
    }

    public Object getSubmittedAt() {
        return view.summary().submittedAt().orElse(null);
    }

    /** The keys of the parts, for the form to list. */
    public String getAttachmentKeys() {
        return String.join(" ", getContent().attachments().stream().map(each -> each.key()).toList());
    }

    public String getCallKeys() {
        return String.join(" ", getContent().calls().stream().map(each -> each.key()).toList());
    }

    public String getListKeys() {
        return String.join(" ", getContent().lists().stream().map(each -> each.key()).toList());
    }

    public String getTitle() {
        String number = view.summary().number();
        return number.isBlank() ? texts.of("desk.notice.unnumbered") : number;
    }
}
