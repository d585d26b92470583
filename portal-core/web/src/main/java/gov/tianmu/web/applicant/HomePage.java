package gov.tianmu.web.applicant;

import gov.tianmu.engine.casefile.CaseStage;
import gov.tianmu.engine.casefile.CaseSummary;
import gov.tianmu.engine.casefile.ListOwnCases;
import gov.tianmu.engine.identity.Organisation;
import gov.tianmu.engine.modules.Programs;
import gov.tianmu.engine.notice.BrowseNotices;
import gov.tianmu.engine.notice.CallView;
import gov.tianmu.engine.notice.NoticeView;
import gov.tianmu.engine.notification.ReadInbox;
import gov.tianmu.engine.usecase.PageOf;
import gov.tianmu.engine.usecase.PageRequest;
import gov.tianmu.web.display.Display;
import gov.tianmu.web.page.Pager;
import gov.tianmu.web.signin.CurrentActor;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code /my}: what waits for the applicant, their cases, and what they can apply to. */
@Named("myHome")
@RequestScoped
public class HomePage {

    private static final int PAGE = 20;
    private static final int LATEST = 3;

    @Inject
    private HttpServletRequest request;

    @Inject
    private CurrentActor current;

    @Inject
    private Display display;

    @Inject
    private ListOwnCases cases;

    @Inject
    private BrowseNotices notices;

    @Inject
    private ReadInbox inbox;

    @Inject
    private Programs programs;

    private PageRequest asked;
    private PageOf<CaseSummary> own;
    private List<OpenCall> calls;
    private List<ShownMessage> latest;

    /**
     * A case in the list.
     *
     * @param title what it is called, else its call
     * @param kind the shape of its state's tag
     * @param dueAt until when the applicant has time; null when it is not their turn
     * @param formOutdated whether it is a draft on another form than the one in force
     */
    public record OwnEntry(
            String number,
            String mark,
            String title,
            String call,
            String stage,
            String kind,
            Instant changedAt,
            Instant stageSince,
            Instant dueAt,
            boolean formOutdated,
            String href) {}

    /**
     * A call that takes applications.
     *
     * @param draft a draft for it that can be gone on with; null for none
     */
    public record OpenCall(
            String id, String title, String summary, String notice, Instant opensAt, Instant closesAt, OwnEntry draft) {}

    @PostConstruct
    void load() {
        asked = new PageRequest(PageNumber.of(request), PAGE);
        own = cases.list(current.get(), asked);
        calls = notices.list("", new PageRequest(1, PageRequest.MAX_SIZE)).items().stream()
                .map(NoticeView::calls)
                .flatMap(List::stream)
                .filter(CallView::isOpen)
                .filter(this::isEligible)
                .map(this::open)
                .toList();
        latest = inbox.list(current.get(), new PageRequest(1, LATEST)).items().stream()
                .map(m -> ShownMessage.of(m, locale()))
                .toList();
    }

    private boolean isEligible(CallView call) {
        return call.eligible().isEmpty()
                || current.get().organisation().map(Organisation::name).filter(call.eligible()::contains).isPresent();
    }

    private OpenCall open(CallView call) {
        return new OpenCall(
                call.id(),
                call.title().in(locale()),
                call.summary().in(locale()),
                call.noticeNumber(),
                call.opensAt(),
                call.closesAt(),
                getDrafts().stream()
                        .filter(d -> own.items().stream()
                                .anyMatch(c -> c.number().equals(d.number()) && c.callId().equals(call.id())))
                        .findFirst()
                        .orElse(null));
    }

    private Locale locale() {
        return display.getLocale();
    }

    private OwnEntry entry(CaseSummary summary) {
        String call = summary.callTitle().in(locale());
        return new OwnEntry(
                summary.number(),
                summary.mark(),
                summary.title().isEmpty() ? call : summary.title(),
                call,
                summary.stage().code(),
                StageTag.of(summary.stage()),
                summary.changedAt(),
                summary.stageSince(),
                summary.dueAt().orElse(null),
                isFormOutdated(summary),
                Addresses.ofCase(summary.number()));
    }

    private boolean isFormOutdated(CaseSummary summary) {
        return summary.stage() == CaseStage.DRAFT
                && programs.live(summary.programId())
                        .filter(live -> !live.hash().equals(summary.definitionHash()))
                        .isPresent();
    }

    private List<OwnEntry> in(CaseStage stage) {
        return own.items().stream().filter(c -> c.stage() == stage).map(this::entry).toList();
    }

    public String getOrganisation() {
        return current.get().organisation().map(Organisation::name).orElse("");
    }

    /** What was returned and waits to be mended, on this page of the list. */
    public List<OwnEntry> getReturned() {
        return in(CaseStage.RETURNED);
    }

    public List<OwnEntry> getDrafts() {
        return in(CaseStage.DRAFT);
    }

    /** All but drafts. */
    public List<OwnEntry> getCases() {
        return own.items().stream()
                .filter(c -> c.stage() != CaseStage.DRAFT)
                .map(this::entry)
                .toList();
    }

    public List<OpenCall> getCalls() {
        return calls;
    }

    public List<ShownMessage> getLatest() {
        return latest;
    }

    public long getUnread() {
        return inbox.unread(current.get());
    }

    public boolean isPaged() {
        return own.total() > PAGE;
    }

    public Pager getPager() {
        return new Pager(own.total(), asked, "/my", Map.of());
    }
}
