package gov.tianmu.engine.modules;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;

/**
 * One module as it was started once: its bundle and how many use it at the moment.
 *
 * <p>Begins with a module's start. When another takes its place it is retired: nobody new gets in, those inside finish
 * undisturbed, and only then does its bundle go. Thread-safe.
 */
final class Generation {

    private final long number;
    private final Bundle bundle;
    private int users;
    private boolean retired;

    Generation(long number, Bundle bundle) {
        this.number = number;
        this.bundle = bundle;
    }

    /** Grows with every start of any module, so that what was kept of one generation is never taken for another's. */
    long number() {
        return number;
    }

    Bundle bundle() {
        return bundle;
    }

    boolean isActive() {
        return bundle.getState() == Bundle.ACTIVE;
    }

    /** Counts somebody in; not once it is retired: then another one, or none, is in its place. */
    synchronized boolean enter() {
        if (retired) {
            return false;
        }
        users++;
        return true;
    }

    synchronized void leave() {
        users--;
        notifyAll();
    }

    /**
     * Lets nobody in any more and waits for those inside.
     *
     * @return whether all have left
     */
    synchronized boolean retire(Duration patience) throws InterruptedException {
        retired = true;
        long deadline = System.nanoTime() + patience.toNanos();
        for (long left = patience.toNanos(); users > 0 && left > 0; left = deadline - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return users == 0;
    }

    @Override
    public String toString() {
        return bundle.getSymbolicName() + " " + bundle.getVersion() + " g" + number;
    }
}
