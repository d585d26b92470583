package gov.tianmu.engine.modules.isolation;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Logger;

/**
 * Decides whether one generation of a module is called. Closed at first; open when too many of the last calls failed or
 * were slow; after a pause it lets a few through, and closes again when they went well. Thread-safe.
 */
public final class ModuleBreaker {

    private static final Logger LOG = Logger.getLogger(ModuleBreaker.class.getName());

    private final String program;
    private final CallKind kind;
    private final Duration pause;
    private final long slowNanos;
    private final Clock machine;
    private final Supplier<Instant> shown;
    private final CircuitBreaker breaker;
    private long calls;
    private long failures;
    private long slowCalls;
    private Instant lastFailureAt;
    private String lastCause = "";
    private volatile Instant openedAt = Instant.MIN;

    ModuleBreaker(
            String program, CallKind kind, IsolationSettings settings, Clock machine, Supplier<Instant> shown) {
        this.program = program;
        this.kind = kind;
        this.pause = settings.pause();
        this.slowNanos = settings.slow().toNanos();
        this.machine = machine;
        this.shown = shown;
        this.breaker = CircuitBreaker.of(
                program + "/" + kind.code(),
                CircuitBreakerConfig.custom()
                        .slidingWindow(settings.window(), settings.least(), SlidingWindowType.COUNT_BASED)
                        .failureRateThreshold(settings.percent())
                        .slowCallRateThreshold(settings.percent())
                        .slowCallDurationThreshold(settings.slow())
                        .waitDurationInOpenState(settings.pause())
                        .permittedNumberOfCallsInHalfOpenState(settings.trials())
                        .clock(machine)
                        .build());
        breaker.getEventPublisher().onStateTransition(change -> {
            if (change.getStateTransition().getToState() == CircuitBreaker.State.OPEN) {
                openedAt = machine.instant();
            }
            LOG.info(() -> "the " + kind.code() + " of " + program + ": "
                    + change.getStateTransition().getFromState() + " -> "
                    + change.getStateTransition().getToState());
        });
    }

    /** Whether a call may be made now. Who gets true tells how it went, once. */
    public boolean tryEnter() {
        return breaker.tryAcquirePermission();
    }

    /** A call came back in order. */
    public void succeeded(long nanos) {
        count(nanos);
        breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
    }

    /**
     * A call failed.
     *
     * @param cause without any words of the module's
     */
    public void failed(long nanos, String cause) {
        synchronized (this) {
            failures++;
            lastFailureAt = shown.get();
            lastCause = cause;
        }
        count(nanos);
        breaker.onError(nanos, TimeUnit.NANOSECONDS, new IllegalStateException(cause));
    }

    private synchronized void count(long nanos) {
        calls++;
        if (nanos >= slowNanos) {
            slowCalls++;
        }
    }

    /** How long the module will be left alone yet; empty when a call may be tried. */
    public Optional<Duration> leftAlone() {
        if (breaker.getState() != CircuitBreaker.State.OPEN) {
            return Optional.empty();
        }
        return Optional.of(Duration.between(machine.instant(), openedAt.plus(pause)))
                .filter(left -> !left.isNegative() && !left.isZero());
    }

    /** How the calls fare. */
    public synchronized ModuleHealth health() {
        ModuleHealth.State state = switch (breaker.getState()) {
            case OPEN, FORCED_OPEN -> ModuleHealth.State.OPEN;
            case HALF_OPEN -> ModuleHealth.State.HALF_OPEN;
            default -> ModuleHealth.State.CLOSED;
        };
        return new ModuleHealth(
                program,
                kind,
                state,
                calls,
                failures,
                slowCalls,
                Optional.ofNullable(lastFailureAt),
                lastCause,
                leftAlone().map(left -> shown.get().plus(left)));
    }
}
