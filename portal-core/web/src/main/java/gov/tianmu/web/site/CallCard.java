package gov.tianmu.web.site;

import gov.tianmu.engine.notice.CallView;
import java.util.Locale;

/**
 * A call as public pages show it: its window, its state as a tag, and where to apply.
 *
 * @param call as the engine sees it now
 */
public record CallCard(CallView call) {

    public boolean open() {
        return call.state() == CallView.State.OPEN;
    }

    /** Why it takes no applications although its window may be open: the key of the words; empty when there is no such reason. */
    public String reasonKey() {
        return switch (call.state()) {
            case UNAVAILABLE -> "call.unavailable";
            case WITHDRAWN -> "call.withdrawn";
            default -> "";
        };
    }

    /** The shape of its tag. */
    public String tag() {
        return switch (call.state()) {
            case OPEN -> "ok";
            case UPCOMING -> "run";
            case UNAVAILABLE, WITHDRAWN -> "wait";
            case CLOSED -> "off";
        };
    }

    /** The key of its tag's words. */
    public String stateKey() {
        return "call.state." + call.state().name().toLowerCase(Locale.ROOT);
    }

    /** Where the published notice stands. */
    public String noticeAddress() {
        return "/notices/" + call.noticeId();
    }

    /** Where an application to it begins or goes on. */
    public String applyAddress() {
        return "/my/apply?call=" + call.id();
    }

    /** The open ones come first, closed ones last. */
    int rank() {
        return switch (call.state()) {
            case OPEN -> 0;
            case UPCOMING -> 1;
            case UNAVAILABLE -> 2;
            case WITHDRAWN -> 3;
            case CLOSED -> 4;
        };
    }
}
