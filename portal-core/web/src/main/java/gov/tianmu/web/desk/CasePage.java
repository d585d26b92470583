package gov.tianmu.web.desk;

import gov.tianmu.engine.casefile.CaseContent;
import gov.tianmu.engine.casefile.CaseStage;
import gov.tianmu.engine.casefile.CaseSummary;
import gov.tianmu.engine.casefile.ReadCase;
import gov.tianmu.engine.document.ReadDocuments;
import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.publicity.WorkingDays;
import gov.tianmu.engine.review.Correction;
import gov.tianmu.engine.review.DecideAcceptance;
import gov.tianmu.engine.review.Opinion;
import gov.tianmu.engine.review.ReviewCase;
import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.web.display.Display;
import gov.tianmu.web.display.Texts;
import gov.tianmu.web.page.PageTurn;
import gov.tianmu.web.page.PostedForm;
import gov.tianmu.web.signin.CurrentActor;
import gov.tianmu.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A case before the officer (办件): answers with their pins, documents, what happened so far, and what can be done now.
 * Holds nothing between requests; the version the officer saw stands in the form.
 */
@Named("deskCase")
@RequestScoped
public class CasePage {

    /** How long an applicant gets to mend when the officer sets no other day. */
    private static final int DAYS_TO_MEND = 5;

    /** What can be said after a redirect; anything else in the address is passed over. */
    private static final Set<String> DONE =
            Set.of("save", "pin", "unpin", "confirm", "return", "accept", "decline", "opinion", "list");

    @Inject
    private ReadCase readCase;

    @Inject
    private ReviewCase reviewCase;

    @Inject
    private ReadDocuments readDocuments;

    @Inject
    private DecideAcceptance decideAcceptance;

    @Inject
    private CaseActions actions;

    @Inject
    private PostedForm posted;

    @Inject
    private PageTurn turn;

    @Inject
    private CurrentActor current;

    @Inject
    private PortalClock clock;

    @Inject
    private Display display;

    @Inject
    private Texts texts;

    private String number;
    private Optional<Refusal> refusal = Optional.empty();
    private Map<String, String> revealed = Map.of();
    private CaseContent content;
    private List<ReadCase.TimelineEntry> timeline;
    private List<Correction> corrections;
    private AnswerSheet sheet;
    private List<SheetSection> sections;
    private List<SheetFile> files;
    private Optional<Opinion> opinion;

    /** Reads the case, after doing what was asked when a form was sent. */
    public void open() {
        number = posted.text("number");
        turn.need(readCase.read(current.get(), number));
        if (FacesContext.getCurrentInstance().isPostback() && !posted.getVerb().isEmpty()) {
            Outcome<?> outcome = again() ? Outcome.done(null) : actions.perform(current.get(), number);
            if (outcome.isDone() && goesOn(outcome)) {
                return;
            }
            refusal = outcome.reason();
        }
        read();
    }

    /** The wish to ask for the same once more only opens the pin again. */
    private boolean again() {
        return posted.getVerb().equals("again");
    }

    private boolean goesOn(Outcome<?> outcome) {
        if (again()) {
            return false;
        }
        if (posted.getVerb().equals("reveal")) {
            outcome.result().ifPresent(value -> revealed = Map.of(posted.getArgument(), value.toString()));
            return false;
        }
        String address = "/desk/cases/" + number + "?done=" + posted.getVerb();
        if (isOnlyChanges()) {
            address += "&view=changes";
        }
        if (posted.getVerb().equals("pin")) {
            address += "#" + SheetItem.anchorOf(posted.text("target"));
        }
        turn.to(address);
        return true;
    }

    private void read() {
        Actor actor = current.get();
        content = turn.need(readCase.read(actor, number));
        timeline = turn.orNone(readCase.timeline(actor, number));
        corrections = turn.orNone(reviewCase.corrections(actor, number));
        opinion = decideAcceptance.opinionOn(actor, number);
        sheet = new AnswerSheet(
                content,
                display.getLocale(),
                isOfficer() && content.summary().stage() == CaseStage.SUBMITTED,
                turn.orNone(reviewCase.changes(actor, number)),
                reviewCase.statedReasons(actor, number).result().orElse(Map.of()),
                corrections,
                turn.orNone(readDocuments.history(actor, number)),
                revealed);
        sections = sheet.sections();
        files = sheet.files();
    }

    private boolean isOfficer() {
        return current.get().is(Role.OFFICER);
    }

    public CaseSummary getSummary() {
        return content.summary();
    }

    public CaseContent getContent() {
        return content;
    }

    public String getFullNumber() {
        return content.summary().mark() + " " + number;
    }

    public CaseState getState() {
        return CaseState.of(content.summary().stage(), content.summary().submissions());
    }

    public List<ProcedureStep> getSteps() {
        return ProcedureStep.of(content.definition(), content.summary());
    }

    public Instant getDue() {
        return content.summary().dueAt().orElse(null);
    }

    /** The sections shown: all, or what changed in them only. */
    public List<SheetSection> getSections() {
        return isOnlyChanges()
                ? sections.stream()
                        .map(SheetSection::touched)
                        .filter(section -> !section.items().isEmpty())
                        .toList()
                : sections;
    }

    /** Whether only what changed since the submission before is shown. */
    public boolean isOnlyChanges() {
        return posted.text("view").equals("changes");
    }

    /** Whether there is a submission to compare with. */
    public boolean isComparable() {
        return content.summary().submissions() > 1;
    }

    public long getChanges() {
        return sections.stream().mapToLong(SheetSection::changes).sum();
    }

    public List<SheetFile> getFiles() {
        return files;
    }

    /** The document in the viewer: the one asked for, or the first. */
    public SheetFile getShownFile() {
        String wanted = posted.text("doc");
        return files.stream()
                .filter(file -> file.id().equals(wanted))
                .findFirst()
                .orElse(files.isEmpty() ? null : files.get(0));
    }

    /** Newest first, as the officer reads them. */
    public List<TimelineRow> getTimeline() {
        return timeline.stream()
                .map(entry -> TimelineRow.of(entry, texts))
                .sorted((one, other) -> other.at().compareTo(one.at()))
                .toList();
    }

    public List<Correction> getDrafts() {
        return in(Correction.State.DRAFT);
    }

    /** Sent and not mended yet. */
    public List<Correction> getAsked() {
        return in(Correction.State.SENT);
    }

    /** Mended and to be looked at. */
    public List<Correction> getMended() {
        return in(Correction.State.MENDED);
    }

    /** All that was ever sent, newest round first. */
    public List<Correction> getSent() {
        return corrections.stream()
                .filter(each -> each.getState() != Correction.State.DRAFT)
                .sorted((one, other) -> other.getOrdinal() - one.getOrdinal())
                .toList();
    }

    private List<Correction> in(Correction.State state) {
        return corrections.stream().filter(each -> each.getState() == state).toList();
    }

    /** What a correction is pinned to, in words. */
    public String nameOf(Correction correction) {
        return sheet.nameOf(correction.getTarget());
    }

    public String anchorOf(Correction correction) {
        return SheetItem.anchorOf(correction.getTarget());
    }

    /** The wording of a draft: as typed when the page comes back with a refusal. */
    public String wordingOf(Correction draft) {
        return posted.text(CaseActions.WORDING + draft.getTarget(), draft.getRequest());
    }

    /** What the open pin stands at: as posted, as the address says, or as asked once more; empty for none. */
    public String getPinTarget() {
        if (again()) {
            return corrections.stream()
                    .filter(each -> each.getId().equals(posted.getArgument()))
                    .map(Correction::getTarget)
                    .findFirst()
                    .orElse("");
        }
        return refusal.isPresent() && posted.getVerb().equals("pin") || !isPost() ? posted.text(pinName()) : "";
    }

    private String pinName() {
        return isPost() ? "target" : "pin";
    }

    private static boolean isPost() {
        return FacesContext.getCurrentInstance().isPostback();
    }

    public String getPinName() {
        String target = getPinTarget();
        return target.isEmpty() ? "" : sheet.nameOf(target);
    }

    /** What is typed into the open pin. */
    public String getPinWords() {
        if (again()) {
            return corrections.stream()
                    .filter(each -> each.getId().equals(posted.getArgument()))
                    .map(Correction::getRequest)
                    .findFirst()
                    .orElse("");
        }
        return getPinTarget().isEmpty() ? "" : posted.text("request");
    }

    public LocalDate getDueProposed() {
        return posted.date("due").orElseGet(() -> WorkingDays.last(clock.today().plusDays(1), DAYS_TO_MEND));
    }

    public LocalDate getDueFirst() {
        return clock.today().plusDays(1);
    }

    public Opinion getOpinion() {
        return opinion.orElse(null);
    }

    /** The opinion's words: as typed when the page comes back with a refusal. */
    public String getOpinionWords() {
        return posted.text("opinion", opinion.map(Opinion::getWords).orElse(""));
    }

    /** Whether the committee recommends: yes, no, or empty while nothing is chosen. */
    public String getFavourable() {
        return posted.text("favourable", opinion.map(o -> o.isFavourable() ? "yes" : "no").orElse(""));
    }

    public boolean isAcceptable() {
        return isOfficer() && content.summary().stage() == CaseStage.SUBMITTED;
    }

    public boolean isOpinionDue() {
        return isOfficer() && content.summary().stage() == CaseStage.ACCEPTED;
    }

    public boolean isListable() {
        return content.summary().stage() == CaseStage.REVIEWED;
    }

    /** Whether the opinion may still be recorded anew. */
    public boolean isOpinionOpen() {
        return isOfficer() && (isOpinionDue() || isListable());
    }

    /** Whether the case stands on a list. */
    public boolean isOnList() {
        CaseStage stage = content.summary().stage();
        return stage == CaseStage.LISTED || stage == CaseStage.PUBLICISED;
    }

    /** What was done, after the redirect; empty for nothing to tell. */
    public String getDone() {
        String done = posted.text("done");
        return DONE.contains(done) && !isPost() ? texts.of("desk.done." + done) : "";
    }

    public boolean isRefused() {
        return refusal.isPresent();
    }

    /** Whether somebody else was faster. */
    public boolean isConflict() {
        return refusal
                .map(Refusal::kind)
                .filter(kind -> kind == Refusal.Kind.STALE || kind == Refusal.Kind.CONFLICT)
                .filter(kind -> !refusal.get().code().equals("correction.drafted"))
                .isPresent();
    }

    /** Why not, in the reader's language. The page shows the present state already, so nobody is sent to reload it. */
    public String getRefusal() {
        if (refusal.filter(r -> r.kind() == Refusal.Kind.STALE || r.code().equals("changed-meanwhile"))
                .isPresent()) {
            return texts.of("desk.conflict.other");
        }
        return refusal.map(r -> r.code().startsWith("desk.") ? texts.of(r.code()) : Words.of(r, display.getLocale()))
                .orElse("");
    }

    /** What happened last, told to the officer who came second. */
    public TimelineRow getLatest() {
        return getTimeline().stream().findFirst().orElse(null);
    }

    /** The dialog to open again with what was typed; empty for none. */
    public String getReopened() {
        if (refusal.isEmpty()) {
            return "";
        }
        return switch (posted.getVerb()) {
            case "return" -> isAcceptable() && !getDrafts().isEmpty() ? "return" : "";
            case "decline" -> isAcceptable() ? "decline" : "";
            case "opinion" -> isOpinionOpen() ? "opinion" : "";
            default -> "";
        };
    }

    /** What was typed and has no place on the fresh page any more. */
    public String getLeftOver() {
        if (refusal.isEmpty()) {
            return "";
        }
        return switch (posted.getVerb()) {
            case "decline" -> isAcceptable() ? "" : posted.text("reason");
            case "opinion" -> isOpinionOpen() ? "" : posted.text("opinion");
            case "pin" -> isAcceptable() ? "" : posted.text("request");
            default -> "";
        };
    }

    /** The reason typed for declining. */
    public String getReason() {
        return posted.text("reason");
    }

    /** The page with everything, or with the changes only. */
    public String viewAddress(boolean changes) {
        return "/desk/cases/" + number + (changes ? "?view=changes" : "");
    }

    /** The page with an open pin, for a browser without script. */
    public String pinAddress(String target) {
        return "/desk/cases/" + number + "?pin=" + URLEncoder.encode(target, StandardCharsets.UTF_8) + "#pin-new";
    }

    public String docAddress(String id) {
        return "/desk/cases/" + number + "?doc=" + id + "#viewer";
    }
}
