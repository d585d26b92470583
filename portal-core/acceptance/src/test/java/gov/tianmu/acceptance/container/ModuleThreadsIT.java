package gov.tianmu.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gov.tianmu.engine.modules.isolation.ModuleThreads;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.naming.InitialContext;
import org.junit.jupiter.api.Test;

/** A module's code is called while every thread of the container's is taken, as on a deadline's last hour. */
class ModuleThreadsIT extends OnServer {

    /** Far more than the container's pool grows to within the limit below. */
    private static final int WAITING = 300;

    @Inject
    private ModuleThreads threads;

    @Test
    void aCallDoesNotQueueBehindTheRequests() throws Exception {
        // Looked up: the server injects resources into its own classes, not into a test.
        ManagedExecutorService container = InitialContext.doLookup("java:comp/DefaultManagedExecutorService");
        CountDownLatch release = new CountDownLatch(1);
        try {
            for (int i = 0; i < WAITING; i++) {
                container.submit(() -> release.await(1, TimeUnit.MINUTES));
            }
            assertEquals("called", threads.executor().submit(() -> "called").get(5, TimeUnit.SECONDS));
        } finally {
            release.countDown();
        }
    }
}
