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

    /** Whether its program cannot be applied to because the part of the portal that handles it is not there. */
    public boolean unavailable() {
        return call.state() == CallView.State.UNAVAILABLE;
    }

    /** The shape of its tag. */
    public String tag() {
        return switch (call.state()) {
            case OPEN -> "ok";
            case UPCOMING -> "run";
            case UNAVAILABLE -> "wait";
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
            case CLOSED -> 3;
        };
    }
}
