package gov.tianmu.engine.modules;

import gov.tianmu.spi.definition.Text;
import gov.tianmu.spi.rule.CaseRule;
import gov.tianmu.spi.rule.CaseView;
import gov.tianmu.spi.rule.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * Calls the rules of one module at arm's length: side by side on threads of the executor, all within one time limit. A
 * rule that never comes back holds its thread until it does; when a program has used up its share of threads that way,
 * its rules are not called any more until one returns, and nobody waits for them.
 */
final class RuleCalls {

    private static final Logger LOG = Logger.getLogger(RuleCalls.class.getName());
    private static final int THREADS_PER_PROGRAM = 16;
    private static final int MAX_FINDINGS = 100;
    private static final int TRACE = 8;

    private final ExecutorService executor;
    private final Duration limit;
    private final Map<String, Semaphore> shares = new ConcurrentHashMap<>();

    RuleCalls(ExecutorService executor, Duration limit) {
        this.executor = executor;
        this.limit = limit;
    }

    List<Finding> check(ModuleHost host, String programId, CaseView application) {
        Lock reading = host.gate().readLock();
        try {
            // A module in transition makes the rules wait for it, not fail.
            if (!reading.tryLock(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                return List.of(unavailable());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return List.of(unavailable());
        }
        try {
            long deadline = System.nanoTime() + limit.toNanos();
            return host.programBundle(programId)
                    .map(bundle -> ask(programId, bundle, application, deadline))
                    .orElse(List.of());
        } finally {
            reading.unlock();
        }
    }

    private List<Finding> ask(String programId, Bundle bundle, CaseView application, long deadline) {
        Semaphore share = shares.computeIfAbsent(programId, id -> new Semaphore(THREADS_PER_PROGRAM));
        List<ServiceReference<CaseRule>> rules = rulesOf(programId, bundle);
        List<Future<List<Finding>>> answers = new ArrayList<>();
        for (ServiceReference<CaseRule> rule : rules) {
            answers.add(submit(rule, bundle, application, share));
        }
        List<Finding> findings = new ArrayList<>();
        boolean allAnswered = true;
        for (int i = 0; i < rules.size(); i++) {
            try {
                findings.addAll(await(answers.get(i), deadline));
            } catch (RuleFailed failed) {
                allAnswered = false;
                LOG.warning(() -> "a rule of " + programId + " is unavailable: " + failed.getMessage());
            }
        }
        if (!allAnswered) {
            findings.add(unavailable());
        }
        return List.copyOf(findings);
    }

    /** The rules that the program's own module brings; another module's cannot speak for it. */
    private static List<ServiceReference<CaseRule>> rulesOf(String programId, Bundle bundle) {
        ServiceReference<?>[] services = bundle.getRegisteredServices();
        if (services == null) {
            return List.of();
        }
        try {
            var forProgram = bundle.getBundleContext().createFilter("(tianmu.program=" + programId + ")");
            return Stream.of(services)
                    .filter(service -> List.of((String[]) service.getProperty("objectClass"))
                            .contains(CaseRule.class.getName()))
                    .filter(forProgram::match)
                    .map(RuleCalls::asRule)
                    .sorted(Comparator.comparing(rule -> String.valueOf(rule.getProperty("component.name"))))
                    .toList();
        } catch (InvalidSyntaxException noId) {
            throw new IllegalArgumentException("no program id: " + programId, noId);
        }
    }

    @SuppressWarnings("unchecked")
    private static ServiceReference<CaseRule> asRule(ServiceReference<?> service) {
        return (ServiceReference<CaseRule>) service;
    }

    private Future<List<Finding>> submit(
            ServiceReference<CaseRule> rule, Bundle bundle, CaseView application, Semaphore share) {
        if (!share.tryAcquire()) {
            return null;
        }
        try {
            return executor.submit(() -> {
                try {
                    return call(rule, bundle.getBundleContext(), application);
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
            throw new RuleFailed(withoutWords(failed.getCause()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new RuleFailed("the portal stops");
        }
    }

    /** Where it failed. Not the exception's message: a rule may have put answers into it, and they may be personal. */
    private static String withoutWords(Throwable failure) {
        StringBuilder trace = new StringBuilder(failure.getClass().getName());
        Stream.of(failure.getStackTrace())
                .limit(TRACE)
                .forEach(frame -> trace.append(System.lineSeparator()).append("\tat ").append(frame));
        return trace.toString();
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

        private RuleFailed(String message) {
            super(message);
        }
    }
}
