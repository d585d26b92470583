package gov.tianmu.web.desk;

import gov.tianmu.engine.casefile.CaseStage;
import gov.tianmu.engine.notification.ReadInbox;
import gov.tianmu.engine.review.CaseQueue;
import gov.tianmu.web.signin.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How many cases stand where, asked once for a page: the navigation, the tabs and the cards show the same numbers. */
@Named("deskCounts")
@RequestScoped
public class DeskCounts {

    /** Where the bureau has to act next. */
    static final Set<CaseStage> WAITING = Set.of(CaseStage.SUBMITTED, CaseStage.ACCEPTED, CaseStage.REVIEWED);

    @Inject
    private CaseQueue queue;

    @Inject
    private ReadInbox inbox;

    @Inject
    private CurrentActor current;

    private List<CaseQueue.CallCounts> byCall;
    private Long again;
    private Long unread;

    List<CaseQueue.CallCounts> byCall() {
        if (byCall == null) {
            byCall = queue.counts(current.get());
        }
        return byCall;
    }

    long in(Set<CaseStage> stages) {
        return stages.stream()
                .mapToLong(stage -> byCall().stream().mapToLong(call -> call.in(stage)).sum())
                .sum();
    }

    long in(CaseStage stage) {
        return in(Set.of(stage));
    }

    /** Mended and handed in again, to be looked at once more. */
    public long getAgain() {
        if (again == null) {
            again = queue.count(
                    current.get(),
                    new CaseQueue.Filter(
                            "",
                            "",
                            Set.of(CaseStage.SUBMITTED),
                            "",
                            CaseQueue.Order.WAITING,
                            Optional.of(true)));
        }
        return again;
    }

    /** Handed in for the first time. */
    public long getNew() {
        return in(CaseStage.SUBMITTED) - getAgain();
    }

    /** What waits for the bureau. */
    public long getWaiting() {
        return in(WAITING);
    }

    public long getAll() {
        return byCall().stream().mapToLong(CaseQueue.CallCounts::total).sum();
    }

    public long getUnread() {
        if (unread == null) {
            unread = inbox.unread(current.get());
        }
        return unread;
    }

    static Set<CaseStage> ended() {
        return Set.copyOf(Stream.of(CaseStage.values()).filter(CaseStage::isFinal).toList());
    }
}
