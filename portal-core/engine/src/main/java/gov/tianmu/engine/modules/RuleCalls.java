package gov.tianmu.engine.modules;

import gov.tianmu.engine.modules.isolation.CallKind;
import gov.tianmu.engine.modules.isolation.IsolationSettings;
import gov.tianmu.engine.modules.isolation.ModuleBreaker;
import gov.tianmu.engine.modules.isolation.ModuleBreakers;
import gov.tianmu.engine.modules.isolation.Wordless;
import gov.tianmu.spi.definition.Text;
import gov.tianmu.spi.rule.CaseRule;
import gov.tianmu.spi.rule.CaseView;
import gov.tianmu.spi.rule.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Logger;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * Calls the rules of one module at arm's length: side by side on threads of the executor, all within one time limit. A
 * rule that never comes back holds its thread until it does; when a program has used up its share of threads that way,
 * its rules are not called any more until one returns, and nobody waits for them. A breaker stops calling rules that keep
 * failing, mostly before it comes to that.
 */
final class RuleCalls {

    private static final Logger LOG = Logger.getLogger(RuleCalls.class.getName());
    private static final int MAX_FINDINGS = 100;

    private final ExecutorService executor;
    private final Duration limit;
    private final int threads;
    private final ModuleBreakers breakers;
    private final Map<String, Semaphore> shares = new ConcurrentHashMap<>();

    RuleCalls(ExecutorService executor, IsolationSettings settings, ModuleBreakers breakers) {
        this.executor = executor;
        this.limit = settings.limit();
        this.threads = settings.threads();
        this.breakers = breakers;
    }

    List<Finding> check(ModuleHost host, String programId, CaseView application) {
        Optional<ProgramUse> entered = host.enter(programId, limit);
        if (entered.isEmpty()) {
            return List.of();
        }
        try (ProgramUse use = entered.get()) {
            return ask(use, application, System.nanoTime() + limit.toNanos());
        }
    }

    private List<Finding> ask(ProgramUse use, CaseView application, long deadline) {
        List<ServiceReference<CaseRule>> rules = use.services(CaseRule.class);
        if (rules.isEmpty()) {
            return List.of();
        }
        ModuleBreaker breaker = breakers.of(CallKind.RULES, use.programId(), use.generation());
        return breaker.tryEnter() ? ask(use, rules, application, breaker, deadline) : List.of(unavailable());
    }

    private List<Finding> ask(
            ProgramUse use,
            List<ServiceReference<CaseRule>> rules,
            CaseView application,
            ModuleBreaker breaker,
            long deadline) {
        long begun = System.nanoTime();
        String programId = use.programId();
        Semaphore share = shares.computeIfAbsent(programId, id -> new Semaphore(threads));
        List<Future<List<Finding>>> answers = new ArrayList<>();
        for (ServiceReference<CaseRule> rule : rules) {
            answers.add(submit(rule, use.context(), application, share));
        }
        List<Finding> findings = new ArrayList<>();
        Optional<String> cause = Optional.empty();
        for (int i = 0; i < rules.size(); i++) {
            try {
                findings.addAll(await(answers.get(i), deadline));
            } catch (RuleFailed failed) {
                cause = Optional.of(failed.cause);
                LOG.warning(() -> "a rule of " + programId + " is unavailable: " + failed.getMessage());
            }
        }
        long nanos = System.nanoTime() - begun;
        if (cause.isPresent()) {
            breaker.failed(nanos, cause.get());
            findings.add(unavailable());
        } else {
            breaker.succeeded(nanos);
        }
        return List.copyOf(findings);
    }

    private Future<List<Finding>> submit(
            ServiceReference<CaseRule> rule, BundleContext context, CaseView application, Semaphore share) {
        if (!share.tryAcquire()) {
            return null;
        }
        try {
            return executor.submit(() -> {
                try {
                    return call(rule, context, application);
                } finally {
                    share.release();
                }
            });
        } catch (RejectedExecutionException full) {
            share.release();
            return null;
        }
    }

    private static List<Finding> call(
            ServiceReference<CaseRule> reference, BundleContext context, CaseView application) {
        CaseRule rule = context.getService(reference);
        if (rule == null) {
            throw new IllegalStateException("the rule could not be made; the framework's log says why");
        }
        try {
            Collection<Finding> findings = rule.check(application);
            return findings.stream().map(Objects::requireNonNull).limit(MAX_FINDINGS).toList();
        } finally {
            context.ungetService(reference);
        }
    }

    private List<Finding> await(Future<List<Finding>> answer, long deadline) throws RuleFailed {
        if (answer == null) {
            throw new RuleFailed("earlier calls have not come back");
        }
        try {
            return answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException tooLong) {
            answer.cancel(true);
            throw new RuleFailed("no answer within " + limit.toMillis() + " ms");
        } catch (ExecutionException failed) {
            throw new RuleFailed(Wordless.trace(failed.getCause()), Wordless.cause(failed.getCause()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new RuleFailed("the portal stops");
        }
    }

    private static Finding unavailable() {
        return new Finding(
                "",
                Finding.Severity.WARNING,
                CaseRules.UNAVAILABLE,
                new Text(
                        "本事项的一项自动核对暂时不能进行。可以继续提交，由经办人人工核对。",
                        "One of this program's automatic checks cannot be made at the moment. "
                                + "You can submit all the same; an officer makes it by hand."));
    }

    private static final class RuleFailed extends Exception {

        private static final long serialVersionUID = 1L;

        private final String cause;

        private RuleFailed(String message) {
            this(message, message);
        }

        private RuleFailed(String message, String cause) {
            super(message);
            this.cause = cause;
        }
    }
}
