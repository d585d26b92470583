package gov.tianmu.engine.modules.isolation;

import java.time.Duration;
import java.util.Optional;

/**
 * A call into a module did not come to anything. Its message is the portal's own and holds no words of the module's.
 */
public class ModuleCallFailed extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Duration leftAlone;

    private ModuleCallFailed(String message, Duration leftAlone) {
        super(message);
        this.leftAlone = leftAlone;
    }

    /** The module was called and failed. */
    static ModuleCallFailed because(String message) {
        return new ModuleCallFailed(message, null);
    }

    /** The module was not called, since it failed too often. */
    static ModuleCallFailed leftAlone(String program, Duration left) {
        return new ModuleCallFailed(program + " is not called for " + left.toSeconds() + " s yet", left);
    }

    /** For how long the module is not called yet; empty when it was. */
    public Optional<Duration> leftAlone() {
        return Optional.ofNullable(leftAlone);
    }
}
