package gov.tianmu.web.desk;

import gov.tianmu.engine.casefile.CaseStage;
import gov.tianmu.engine.notice.BrowseNotices;
import gov.tianmu.engine.notice.CallView;
import gov.tianmu.engine.notification.ReadInbox;
import gov.tianmu.engine.review.CaseQueue;
import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.engine.usecase.PageOf;
import gov.tianmu.engine.usecase.PageRequest;
import gov.tianmu.web.display.Display;
import gov.tianmu.web.signin.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The officer's desk: what waits, over all programs. */
@Named("deskPage")
@RequestScoped
public class DeskPage {

    private static final int SHOWN = 4;
    private static final LocalTime NOON = LocalTime.of(12, 0);
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    @Inject
    private CaseQueue queue;

    @Inject
    private DeskCounts counts;

    @Inject
    private BrowseNotices notices;

    @Inject
    private ReadInbox inbox;

    @Inject
    private CurrentActor current;

    @Inject
    private PortalClock clock;

    @Inject
    private Display display;

    private List<CallPanel> calls;
    private PageOf<CaseRow> waiting;
    private PageOf<CaseRow> returned;
    private List<MessageRow> messages;

    /** Read before the page is drawn, so that who may not see it gets the fault page and no half of this one. */
    public void open() {
        Map<String, Instant> closings = notices.latest(PageRequest.MAX_SIZE).stream()
                .flatMap(notice -> notice.calls().stream())
                .collect(Collectors.toMap(CallView::id, CallView::closesAt, (one, other) -> one));
        calls = counts.byCall().stream()
                .map(call -> CallPanel.of(call, closings.get(call.callId())))
                .toList();
        waiting = shown(Set.of(CaseStage.SUBMITTED));
        returned = shown(Set.of(CaseStage.RETURNED));
        messages = inbox.list(current.get(), new PageRequest(1, SHOWN)).items().stream()
                .map(message -> MessageRow.of(message, display.getLocale()))
                .toList();
    }

    private PageOf<CaseRow> shown(Set<CaseStage> stages) {
        Instant now = clock.now();
        Function<CaseQueue.Filter, PageOf<CaseRow>> list = filter ->
                queue.list(current.get(), filter, new PageRequest(1, SHOWN)).map(each -> CaseRow.of(each, now));
        return list.apply(new CaseQueue.Filter("", "", stages, "", CaseQueue.Order.WAITING));
    }

    /** The key of the greeting for the time of day. */
    public String getGreeting() {
        LocalTime time = LocalTime.ofInstant(clock.now(), PortalClock.ZONE);
        if (time.isBefore(NOON)) {
            return "desk.greeting.morning";
        }
        return time.isBefore(EVENING) ? "desk.greeting.afternoon" : "desk.greeting.evening";
    }

    public String getName() {
        return current.get().name();
    }

    /** The key of the weekday. */
    public String getWeekday() {
        return "desk.weekday." + clock.today().getDayOfWeek().getValue();
    }

    public List<CallPanel> getCalls() {
        return calls;
    }

    /** The cases that wait longest to be accepted. */
    public PageOf<CaseRow> getWaiting() {
        return waiting;
    }

    /** The cases returned for corrections, the longest first. */
    public PageOf<CaseRow> getReturned() {
        return returned;
    }

    public List<MessageRow> getMessages() {
        return messages;
    }
}
