package gov.tianmu.engine.modules;

import gov.tianmu.spi.rule.CaseRule;
import gov.tianmu.spi.rule.CaseView;
import gov.tianmu.spi.rule.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * What one rule said when it was asked in a rehearsal. There its failure is shown whole, since answers are samples; the
 * portal keeps it to itself.
 *
 * @param rule the component's name
 * @param findings what it found; empty also when it failed
 * @param time how long it took
 * @param failure what it threw, or that it could not be made or did not answer in time
 */
public record RuleAnswer(String rule, List<Finding> findings, Duration time, Optional<Throwable> failure) {

    public RuleAnswer {
        findings = List.copyOf(findings);
    }

    static RuleAnswer of(
            ServiceReference<CaseRule> reference,
            BundleContext context,
            CaseView application,
            ExecutorService threads,
            Duration limit) {
        String name = Objects.toString(reference.getProperty("component.name"), "a rule without a name");
        long begun = System.nanoTime();
        Future<List<Finding>> answer = threads.submit(() -> ask(reference, context, application));
        Throwable failure;
        try {
            List<Finding> findings = answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return new RuleAnswer(name, findings, since(begun), Optional.empty());
        } catch (ExecutionException failed) {
            failure = failed.getCause();
        } catch (TimeoutException tooLong) {
            answer.cancel(true);
            failure = new TimeoutException("no answer within " + limit.toMillis() + " ms");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            failure = stopping;
        }
        return new RuleAnswer(name, List.of(), since(begun), Optional.of(failure));
    }

    private static List<Finding> ask(
            ServiceReference<CaseRule> reference, BundleContext context, CaseView application) {
        CaseRule rule = context.getService(reference);
        if (rule == null) {
            throw new IllegalStateException("the rule cannot be made: its constructor throws, or its class is missing");
        }
        try {
            return List.copyOf(Objects.requireNonNull(rule.check(application), "the rule answered null"));
        } finally {
            context.ungetService(reference);
        }
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
