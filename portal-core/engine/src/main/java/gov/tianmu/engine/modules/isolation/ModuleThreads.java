package gov.tianmu.engine.modules.isolation;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The threads on which modules' code is called, from the portal's start to its end. They are apart from the container's
 * pool: a request waits for the call it makes, and where all of a small pool wait, the calls would queue behind them
 * until the pool grows, which it does after a second and a half. Their number is bounded by the callers, who let so many
 * calls of a program stand out and no more ({@link IsolationSettings#threads()}); an idle one ends after a minute.
 */
@ApplicationScoped
public class ModuleThreads {

    @Resource
    private ManagedThreadFactory factory;

    private ExecutorService executor;

    @PostConstruct
    void open() {
        executor = Executors.newCachedThreadPool(factory);
    }

    @PreDestroy
    void close() {
        executor.shutdownNow();
    }

    public ExecutorService executor() {
        return executor;
    }
}
