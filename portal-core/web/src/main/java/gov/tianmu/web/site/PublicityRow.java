package gov.tianmu.web.site;

import gov.tianmu.engine.publicity.Publicity;
import gov.tianmu.engine.publicity.PublicityView;
import java.time.Instant;

/**
 * A list before the public, as pages show it.
 *
 * @param list the list; its days are set, as drafts are not public
 */
public record PublicityRow(PublicityView list) {

    public Instant opensAt() {
        return list.opensAt().orElseThrow();
    }

    public Instant closesAt() {
        return list.closesAt().orElseThrow();
    }

    public boolean running() {
        return list.isRunning();
    }

    /** The shape of its tag. */
    public String tag() {
        return list.isRunning() ? "run" : list.state() == Publicity.State.DECIDED ? "ok" : "off";
    }

    /** The key of its tag's words. */
    public String stateKey() {
        if (list.isRunning()) {
            return "publicity.state.running";
        }
        return list.state() == Publicity.State.DECIDED ? "publicity.state.decided" : "publicity.state.over";
    }

    public String address() {
        return "/publicities/" + list.id();
    }
}
