package gov.tianmu.engine.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.engine.modules.isolation.IsolationSettings;
import gov.tianmu.engine.modules.isolation.ModuleBreakers;
import gov.tianmu.engine.modules.isolation.ModuleHealth;
import gov.tianmu.engine.modules.isolation.MovedClock;
import gov.tianmu.spi.answers.Answers;
import gov.tianmu.spi.rule.CaseRule;
import gov.tianmu.spi.rule.CaseView;
import gov.tianmu.spi.rule.Finding;
import gov.tianmu.testing.ModuleJar;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A module's rules are asked; whatever they do, the portal answers. */
class RuleCallsTest {

    private static final CaseView APPLICATION = new CaseView(
            LocalDate.of(2023, 4, 20), Answers.EMPTY.with("name", "110101199003070038"), Map.of());

    @TempDir
    private Path home;

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    });
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Logger log = Logger.getLogger(RuleCalls.class.getName());
    private final Handler listening = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.add(entry.getMessage());
        }

        @Override
        public void flush() {
            // Nothing is buffered.
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    };
    private static final IsolationSettings SETTINGS = IsolationSettings.USUAL.within(Duration.ofMillis(300));

    private final MovedClock clock = new MovedClock();
    private final ModuleBreakers breakers = new ModuleBreakers(SETTINGS, clock, clock::instant);
    private final RuleCalls calls = new RuleCalls(threads, SETTINGS, breakers);
    private TestRuntime runtime;

    @BeforeEach
    void prepare() throws Exception {
        log.addHandler(listening);
        runtime = new TestRuntime(home);
    }

    @AfterEach
    void stop() throws Exception {
        log.removeHandler(listening);
        runtime.close();
        threads.shutdownNow();
    }

    @Test
    void whatARuleFindsIsTold() throws Exception {
        start(Rules.Finds.class);

        assertEquals(List.of("found"), codes());
        assertEquals(List.of(), logged);
    }

    @Test
    void aProgramWithoutARunningModuleHasNoRules() throws Exception {
        start(Rules.Finds.class);

        assertEquals(List.of(), calls.check(runtime.host(), "other", APPLICATION));
    }

    @Test
    void aRuleThatThrowsIsAWarningBesideWhatTheOthersFind() throws Exception {
        start(Rules.Throws.class, Rules.Finds.class);

        List<Finding> findings = calls.check(runtime.host(), "sample", APPLICATION);

        assertEquals(List.of("found", CaseRules.UNAVAILABLE), findings.stream().map(Finding::code).toList());
        assertEquals(Finding.Severity.WARNING, findings.get(1).severity());
        assertTrue(logged.get(0).contains("IllegalStateException") && logged.get(0).contains("Rules$Throws.check"));
        assertFalse(logged.toString().contains("110101199003070038"), "an answer is in the log");
    }

    @Test
    void aRuleThatCannotBeMadeOrAnswersNothingIsAWarning() throws Exception {
        start(Rules.CannotBeMade.class, Rules.AnswersNull.class);

        assertEquals(List.of(CaseRules.UNAVAILABLE), codes());
        assertEquals(2, logged.size());
    }

    @Test
    void aRuleThatHangsCostsTheTimeLimitAndNoMore() throws Exception {
        start(Rules.Hangs.class, Rules.Finds.class);
        long begun = System.nanoTime();

        assertEquals(List.of("found", CaseRules.UNAVAILABLE), codes());

        long millis = (System.nanoTime() - begun) / 1_000_000;
        assertTrue(millis >= 290 && millis < 1_500, "it took " + millis + " ms");
    }

    @Test
    void rulesThatHoldAllTheirThreadsAreNotWaitedForAnyMore() throws Exception {
        IsolationSettings patient = new IsolationSettings(
                Duration.ofMillis(50), Duration.ofMillis(40), 1000, 1000, 50, Duration.ofSeconds(30), 3, 16, 8,
                Duration.ofSeconds(1));
        RuleCalls untiring = new RuleCalls(threads, patient, new ModuleBreakers(patient, clock, clock::instant));
        start(Rules.Hangs.class);
        for (int i = 0; i < 16; i++) {
            untiring.check(runtime.host(), "sample", APPLICATION);
        }

        untiring.check(runtime.host(), "sample", APPLICATION);

        assertTrue(logged.get(logged.size() - 1).contains("earlier calls have not come back"));
    }

    @Test
    void rulesThatKeepFailingAreNotCalledForAWhileAndThenTriedAgain() throws Exception {
        start(Rules.Throws.class);
        for (int i = 0; i < 5; i++) {
            codes();
        }
        assertEquals(5, logged.size());

        assertEquals(List.of(CaseRules.UNAVAILABLE), codes());
        assertEquals(5, logged.size(), "it was called all the same");
        assertEquals(ModuleHealth.State.OPEN, breakers.of("sample").get(0).state());
        assertFalse(breakers.of("sample").toString().contains("110101199003070038"), "an answer is in the health");

        clock.move(Duration.ofSeconds(31));
        codes();
        assertEquals(6, logged.size(), "it was not tried again");
    }

    @Test
    void theRulesOfANewVersionAreCalledAtOnce() throws Exception {
        start(Rules.Throws.class);
        for (int i = 0; i < 6; i++) {
            codes();
        }

        TestModule.program("sample", "1.0.1", "名称")
                .rule(Rules.Finds.class, "sample")
                .drop(runtime.folder, "sample.jar");
        runtime.await(() -> runtime.row("test.sample").version().equals("1.0.1"));

        assertEquals(List.of("found"), codes());
        assertEquals(ModuleHealth.State.CLOSED, breakers.of("sample").get(0).state());
    }

    @Test
    void aModuleWithAHangingRuleCanStillBeReplaced() throws Exception {
        start(Rules.Hangs.class);
        calls.check(runtime.host(), "sample", APPLICATION);

        TestModule.program("sample", "1.0.1", "名称")
                .rule(Rules.Finds.class, "sample")
                .drop(runtime.folder, "sample.jar");
        runtime.await(() -> runtime.row("test.sample").version().equals("1.0.1"));

        assertEquals(List.of("found"), codes());
    }

    @Test
    void anotherModulesRuleDoesNotSpeakForAProgram() throws Exception {
        TestModule.program("other", "1.0.0", "名称")
                .rule(Rules.Finds.class, "sample")
                .drop(runtime.folder, "other.jar");
        start();

        assertEquals(List.of(), codes());
    }

    @SafeVarargs
    private void start(Class<? extends CaseRule>... rules) throws Exception {
        ModuleJar module = TestModule.program("sample", "1.0.0", "名称");
        for (Class<? extends CaseRule> rule : rules) {
            module.rule(rule, "sample");
        }
        module.drop(runtime.folder, "sample.jar");
        runtime.start();
    }

    private List<String> codes() {
        return calls.check(runtime.host(), "sample", APPLICATION).stream().map(Finding::code).toList();
    }
}
