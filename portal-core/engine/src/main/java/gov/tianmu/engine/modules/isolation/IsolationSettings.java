package gov.tianmu.engine.modules.isolation;

import java.time.Duration;

/**
 * How much of the portal one module may take.
 *
 * @param limit how long a call may take
 * @param slow from when on a call counts as slow
 * @param window how many of the last calls are looked at
 * @param least how many calls it takes before anything is concluded
 * @param percent of failed or slow calls from which on the module is not called any more
 * @param pause how long it is left alone then
 * @param trials how many calls are let through after that to see whether it works again
 * @param threads how many calls of a kind may stand out at a time; a call that never comes back holds its thread
 * @param places how many requests may be in a module's own pages at a time
 * @param patience how long a further request waits for a place
 */
public record IsolationSettings(
        Duration limit,
        Duration slow,
        int window,
        int least,
        int percent,
        Duration pause,
        int trials,
        int threads,
        int places,
        Duration patience) {

    /** What the portal runs with. */
    public static final IsolationSettings USUAL = new IsolationSettings(
            Duration.ofSeconds(2),
            Duration.ofMillis(1500),
            10,
            5,
            50,
            Duration.ofSeconds(30),
            3,
            16,
            8,
            Duration.ofSeconds(1));

    /** The same with another time limit; calls are slow from three quarters of it on. */
    public IsolationSettings within(Duration otherLimit) {
        return new IsolationSettings(
                otherLimit,
                otherLimit.multipliedBy(3).dividedBy(4),
                window,
                least,
                percent,
                pause,
                trials,
                threads,
                places,
                patience);
    }
}
