package gov.tianmu.engine.modules;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Whether modules are being changed at this moment, for those who would rather wait a little than do without. */
final class Transition {

    private int underWay;

    synchronized void begin() {
        underWay++;
    }

    synchronized void end() {
        underWay--;
        notifyAll();
    }

    /**
     * Waits until no change is under way.
     *
     * @return whether there was one, so that it is worth looking again
     */
    synchronized boolean awaitEnd(Duration patience) throws InterruptedException {
        if (underWay == 0) {
            return false;
        }
        long deadline = System.nanoTime() + patience.toNanos();
        for (long left = patience.toNanos(); underWay > 0 && left > 0; left = deadline - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }
}
