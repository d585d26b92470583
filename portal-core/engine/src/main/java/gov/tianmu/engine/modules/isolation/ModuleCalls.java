package gov.tianmu.engine.modules.isolation;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls a module's code at arm's length: on a thread of the executor, within the time limit, while its breaker lets it. A
 * call that never comes back holds its thread until it does; a program that has used up its share of threads that way is
 * not called until one returns.
 */
public final class ModuleCalls {

    private final ExecutorService executor;
    private final IsolationSettings settings;
    private final ModuleBreakers breakers;
    private final Map<String, Semaphore> shares = new ConcurrentHashMap<>();

    public ModuleCalls(ExecutorService executor, IsolationSettings settings, ModuleBreakers breakers) {
        this.executor = executor;
        this.settings = settings;
        this.breakers = breakers;
    }

    /**
     * What the code answers.
     *
     * @param generation the generation of the program's module that is called
     * @throws ModuleCallFailed when it threw, took too long, or was not called at all
     */
    public <T> T call(CallKind kind, String program, long generation, Callable<T> code) throws ModuleCallFailed {
        ModuleBreaker breaker = breakers.of(kind, program, generation);
        if (!breaker.tryEnter()) {
            throw ModuleCallFailed.leftAlone(program, breaker.leftAlone().orElse(Duration.ofSeconds(1)));
        }
        long begun = System.nanoTime();
        try {
            T answer = await(kind, program, code);
            breaker.succeeded(System.nanoTime() - begun);
            return answer;
        } catch (Failure failure) {
            breaker.failed(System.nanoTime() - begun, failure.cause);
            throw ModuleCallFailed.because(failure.getMessage());
        }
    }

    private <T> T await(CallKind kind, String program, Callable<T> code) throws Failure {
        Semaphore share =
                shares.computeIfAbsent(kind.code() + "/" + program, id -> new Semaphore(settings.threads()));
        if (!share.tryAcquire()) {
            throw new Failure("earlier calls have not come back");
        }
        Future<T> answer;
        try {
            answer = executor.submit(() -> {
                try {
                    return code.call();
                } finally {
                    share.release();
                }
            });
        } catch (RejectedExecutionException full) {
            share.release();
            throw new Failure("the portal has no thread to spare");
        }
        try {
            return answer.get(settings.limit().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException tooLong) {
            answer.cancel(true);
            throw new Failure("no answer within " + settings.limit().toMillis() + " ms");
        } catch (ExecutionException failed) {
            throw new Failure(Wordless.trace(failed.getCause()), Wordless.cause(failed.getCause()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Failure("the portal stops");
        }
    }

    private static final class Failure extends Exception {

        private static final long serialVersionUID = 1L;

        private final String cause;

        private Failure(String message) {
            this(message, message);
        }

        private Failure(String message, String cause) {
            super(message);
            this.cause = cause;
        }
    }
}
