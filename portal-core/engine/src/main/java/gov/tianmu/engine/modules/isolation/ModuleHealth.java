package gov.tianmu.engine.modules.isolation;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * How the calls of one kind into one program's module fare, since its present generation runs.
 *
 * @param program the program's id
 * @param kind what is called
 * @param state whether it is called
 * @param calls how many calls there were
 * @param failures how many failed: threw, took too long, answered junk
 * @param slowCalls how many took long, whether they failed or not
 * @param lastFailureAt when one failed last, by the portal's clock
 * @param lastCause why: an exception's class and place, or the portal's own words; never a message of the module's
 * @param triedAgainAt while it is not called: from when on it will be, by the portal's clock
 */
public record ModuleHealth(
        String program,
        CallKind kind,
        State state,
        long calls,
        long failures,
        long slowCalls,
        Optional<Instant> lastFailureAt,
        String lastCause,
        Optional<Instant> triedAgainAt) {

    /** Whether a module is called: the states of its breaker. */
    public enum State {
        /** It is called. */
        CLOSED,
        /** It failed too often and is left alone. */
        OPEN,
        /** A few calls are let through to see whether it works again. */
        HALF_OPEN;

        /** The name in health reports and message keys: lower case with a hyphen. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public ModuleHealth {
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(lastFailureAt, "lastFailureAt");
        Objects.requireNonNull(lastCause, "lastCause");
        Objects.requireNonNull(triedAgainAt, "triedAgainAt");
    }

    /** Whether the module is called as usual. */
    public boolean isWell() {
        return state == State.CLOSED;
    }
}
