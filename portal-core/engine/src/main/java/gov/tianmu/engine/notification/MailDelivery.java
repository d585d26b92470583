package gov.tianmu.engine.notification;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends the mail that waits in the outbox, a few seconds after it was written and apart from any request. Goes on after
 * a restart where it stopped. A mail may go out twice if the portal dies between sending and noting it; it carries the
 * same message id then.
 */
@ApplicationScoped
public class MailDelivery {

    private static final Logger LOG = Logger.getLogger(MailDelivery.class.getName());
    private static final int PAUSE_SECONDS = 2;
    private static final int AT_ONCE = 50;

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private WaitingMail waiting;

    private ScheduledFuture<?> task;

    /** Begins to deliver; once, after the database is ready. */
    public synchronized void start() {
        if (task == null) {
            task = executor.scheduleWithFixedDelay(
                    this::deliver, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
        }
    }

    public synchronized void stop() {
        if (task != null) {
            task.cancel(false);
            task = null;
        }
    }

    private void deliver() {
        try {
            for (String id : waiting.due(AT_ONCE)) {
                waiting.send(id);
            }
        } catch (RuntimeException fault) {
            // The next round tries again; a scheduled task that throws would never run again.
            LOG.log(Level.WARNING, "mail delivery stumbled", fault);
        }
    }
}
