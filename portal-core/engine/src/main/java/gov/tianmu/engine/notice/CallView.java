package gov.tianmu.engine.notice;

import gov.tianmu.spi.definition.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A call as a screen or a program sees it at one moment.
 *
 * @param state where it stands
 * @param noticeNumber the number of the notice that opened it
 * @param eligible the unit names that may apply; empty: any
 */
public record CallView(
        String id,
        String noticeId,
        String noticeNumber,
        String programId,
        Text title,
        Text summary,
        Instant opensAt,
        Instant closesAt,
        State state,
        Map<String, String> parameters,
        List<String> eligible,
        Instant seenAt) {

    /** Where a call stands. */
    public enum State {
        /** Its window has not begun. */
        UPCOMING,
        /** It takes applications. */
        OPEN,
        /** Its window is over. */
        CLOSED,
        /** Its notice runs, its program's module is not there. */
        UNAVAILABLE,
        /** Its notice's module has gone, or waits for its program. Drafts wait until it comes back. */
        WITHDRAWN
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** Whole days left, counting the last as one; 0 when over. */
    public long getDaysLeft() {
        long seconds = Duration.between(seenAt, closesAt).toSeconds();
        return seconds <= 0 ? 0 : (seconds + 86_399) / 86_400;
    }

    /** How much of the window has passed, in percent. */
    public int getPassedPercent() {
        long whole = Duration.between(opensAt, closesAt).toSeconds();
        long passed = Duration.between(opensAt, seenAt).toSeconds();
        return (int) Math.max(0, Math.min(100, passed * 100 / Math.max(1, whole)));
    }
}
