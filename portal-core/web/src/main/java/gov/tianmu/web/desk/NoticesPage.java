package gov.tianmu.web.desk;

import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.notice.drafting.BeginNoticeDraft;
import gov.tianmu.engine.notice.drafting.ListNoticeDrafts;
import gov.tianmu.engine.notice.drafting.ListNoticeDrafts.PublishedNotice;
import gov.tianmu.engine.notice.drafting.NoticeDraftSummary;
import gov.tianmu.engine.notice.drafting.NoticeDraftView;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.PageOf;
import gov.tianmu.engine.usecase.PageRequest;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.web.display.Texts;
import gov.tianmu.web.page.PageTurn;
import gov.tianmu.web.page.Pager;
import gov.tianmu.web.page.PostedForm;
import gov.tianmu.web.signin.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The notices at the desk: those that are public, those being written, and where the next one begins. */
@Named("deskNotices")
@RequestScoped
public class NoticesPage {

    private static final int PAGE_SIZE = 20;
    private static final String DRAFTS = "drafts";
    private static final String PUBLISHED = "published";
    private static final Set<String> DONE = Set.of("published", "waiting", "submitted", "returned", "discarded");

    @Inject
    private ListNoticeDrafts listing;

    @Inject
    private BeginNoticeDraft beginning;

    @Inject
    private PostedForm posted;

    @Inject
    private PageTurn turn;

    @Inject
    private CurrentActor current;

    @Inject
    private Texts texts;

    private PageOf<NoticeDraftSummary> drafts;
    private PageOf<PublishedNotice> published;
    private Optional<PublishedNotice> latest;
    private PageRequest page;
    private String tab;
    private Optional<Refusal> refusal = Optional.empty();
    private Long waiting;

    /** Reads the lists, after beginning a draft when that was asked. */
    public void open() {
        if (FacesContext.getCurrentInstance().isPostback() && !posted.getVerb().isEmpty() && begin()) {
            return;
        }
        String asked = posted.text("page");
        page = new PageRequest(asked.matches("\\d{1,6}") ? Integer.parseInt(asked) : 1, PAGE_SIZE);
        PageRequest first = new PageRequest(1, PAGE_SIZE);
        boolean draftsAsked = posted.text("tab").equals(DRAFTS);
        boolean publishedAsked = posted.text("tab").equals(PUBLISHED);
        drafts = listing.open(current.get(), publishedAsked ? first : page);
        tab = draftsAsked || !publishedAsked && drafts.total() > 0 && getDone().isEmpty() ? DRAFTS : PUBLISHED;
        published = listing.published(current.get(), tab.equals(PUBLISHED) ? page : first);
        latest = (page.page() == 1 || tab.equals(DRAFTS) ? published : listing.published(current.get(), first))
                .items().stream().findFirst();
    }

    private boolean begin() {
        Outcome<NoticeDraftView> begun =
                switch (posted.getVerb()) {
                    case "begin" -> beginning.fromEarlier(current.get(), posted.getArgument());
                    case "correct" -> beginning.correction(current.get(), posted.getArgument());
                    default -> Outcome.refused(Refusal.Kind.MALFORMED, "not-found");
                };
        refusal = begun.reason();
        begun.result().ifPresent(draft ->
                turn.to(NoticeDraftPage.LIST + "/drafts/" + draft.summary().id()));
        return begun.isDone();
    }

    public String getTab() {
        return tab;
    }

    public PageOf<NoticeDraftSummary> getDrafts() {
        return drafts;
    }

    public PageOf<PublishedNotice> getPublished() {
        return published;
    }

    /** The notice that the next one most likely begins from; null when there is none. */
    public PublishedNotice getLatest() {
        return latest.orElse(null);
    }

    public Pager getPager() {
        long total = tab.equals(DRAFTS) ? drafts.total() : published.total();
        return new Pager(total, page, NoticeDraftPage.LIST, Map.of("tab", tab));
    }

    /** How many wait for approval: the number in the navigation. */
    public long getWaiting() {
        if (waiting == null) {
            waiting = listing.waiting(current.get());
        }
        return waiting;
    }

    /** Who may only approve does not write. */
    public boolean isWriter() {
        return current.get().is(Role.OFFICER);
    }

    /** The state's name in message keys: a draft that was given back is told apart. */
    public String stateOf(NoticeDraftSummary draft) {
        boolean returned = draft.state().code().equals("draft") && draft.reason().isPresent();
        return returned ? "returned" : draft.state().code();
    }

    /** The shape of a draft's tag. */
    public String tagOf(NoticeDraftSummary draft) {
        return switch (stateOf(draft)) {
            case "returned" -> "back";
            case "submitted" -> "run";
            default -> "wait";
        };
    }

    /** What was done, after the redirect; empty for nothing to tell. */
    public String getDone() {
        String done = posted.text("done");
        boolean tell = DONE.contains(done) && !FacesContext.getCurrentInstance().isPostback();
        return tell ? texts.of("desk.notices.done." + done) : "";
    }

    /** Where the notice just published stands; empty otherwise. */
    public String getPublishedAddress() {
        String id = posted.text("notice");
        return getDone().isEmpty() || !id.matches("[a-z0-9-]{1,64}") ? "" : "/notices/" + id;
    }

    public String getRefusal() {
        return refusal.map(texts::of).orElse("");
    }

    /** The tabs with their counts. */
    public List<String> getTabs() {
        return List.of(DRAFTS, PUBLISHED);
    }

    public long countOf(String which) {
        return which.equals(DRAFTS) ? drafts.total() : published.total();
    }
}
