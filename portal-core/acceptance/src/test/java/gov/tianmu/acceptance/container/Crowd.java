package gov.tianmu.acceptance.container;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Several people at once, each on a thread of the container's own. */
@ApplicationScoped
public class Crowd {

    @Resource
    private ManagedThreadFactory threads;

    /** All begin at the same moment; what each got, in order. */
    <T> List<T> atOnce(List<Callable<T>> deeds) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        CountDownLatch ready = new CountDownLatch(deeds.size());
        List<Callable<T>> waiting = new ArrayList<>();
        for (Callable<T> deed : deeds) {
            waiting.add(() -> {
                ready.countDown();
                start.await();
                return deed.call();
            });
        }
        return onThreads(deeds.size(), waiting, () -> {
            ready.await(30, TimeUnit.SECONDS);
            start.countDown();
            return null;
        });
    }

    /** A number of threads work the deeds off. */
    <T> List<T> onThreads(int count, List<Callable<T>> deeds) throws Exception {
        return onThreads(count, deeds, () -> null);
    }

    private <T> List<T> onThreads(int count, List<Callable<T>> deeds, Callable<Void> begin) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(count, threads);
        try {
            List<Future<T>> doing = new ArrayList<>();
            deeds.forEach(deed -> doing.add(people.submit(deed)));
            begin.call();
            List<T> done = new ArrayList<>();
            for (Future<T> deed : doing) {
                done.add(deed.get(90, TimeUnit.SECONDS));
            }
            return done;
        } finally {
            people.shutdownNow();
        }
    }
}
