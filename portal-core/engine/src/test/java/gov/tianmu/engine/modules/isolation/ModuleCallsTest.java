package gov.tianmu.engine.modules.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.engine.modules.isolation.ModuleHealth.State;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A module that fails is called within limits, then left alone, then tried again. */
class ModuleCallsTest {

    private static final IsolationSettings SETTINGS = IsolationSettings.USUAL.within(Duration.ofMillis(200));
    private static final Callable<String> WELL = () -> "well";
    private static final Callable<String> THROWS = () -> {
        throw new IllegalStateException("cannot judge 110101199003070038");
    };

    private final MovedClock clock = new MovedClock();
    private final ModuleBreakers breakers = new ModuleBreakers(SETTINGS, clock, clock::instant);
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    });
    private final ModuleCalls calls = new ModuleCalls(threads, SETTINGS, breakers);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void whatAModuleAnswersComesBack() throws Exception {
        assertEquals("well", call(1, WELL));
        assertEquals(State.CLOSED, health().state());
        assertEquals(1, health().calls());
        assertEquals(0, health().failures());
    }

    @Test
    void whatAModuleThrowsIsToldWithoutItsWords() {
        ModuleCallFailed failed = assertThrows(ModuleCallFailed.class, () -> call(1, THROWS));

        assertTrue(failed.getMessage().contains("java.lang.IllegalStateException"));
        assertTrue(failed.getMessage().contains("ModuleCallsTest"));
        assertTrue(health().lastCause().startsWith("java.lang.IllegalStateException at "));
        assertFalse((failed + health().lastCause()).contains("110101199003070038"), "an answer got out");
        assertEquals(Optional.of(clock.instant()), health().lastFailureAt());
    }

    @Test
    void aModuleThatBlocksForAMinuteCostsTheTimeLimit() {
        long begun = System.nanoTime();

        ModuleCallFailed failed = assertThrows(ModuleCallFailed.class, () -> call(1, () -> {
            Thread.sleep(60_000);
            return "late";
        }));

        long millis = (System.nanoTime() - begun) / 1_000_000;
        assertTrue(millis >= 190 && millis < 5_000, "it took " + millis + " ms");
        assertEquals("no answer within 200 ms", failed.getMessage());
        assertEquals(1, health().slowCalls());
    }

    @Test
    void aModuleThatKeepsFailingIsLeftAlone() {
        for (int i = 0; i < 5; i++) {
            assertThrows(ModuleCallFailed.class, () -> call(1, THROWS));
        }
        AtomicInteger reached = new AtomicInteger();

        ModuleCallFailed failed = assertThrows(ModuleCallFailed.class, () -> call(1, () -> {
            reached.incrementAndGet();
            return "called";
        }));

        assertEquals(0, reached.get(), "it was called all the same");
        assertEquals(Optional.of(Duration.ofSeconds(30)), failed.leftAlone());
        assertEquals(State.OPEN, health().state());
        assertEquals(Optional.of(clock.instant().plusSeconds(30)), health().triedAgainAt());
    }

    @Test
    void afterThePauseAFewCallsDecideThatItWorksAgain() throws Exception {
        open();
        clock.move(Duration.ofSeconds(31));
        assertEquals(Optional.empty(), breakers.of(CallKind.PAGES, "sample", 1).leftAlone());

        assertEquals("well", call(1, WELL));
        assertEquals(State.HALF_OPEN, health().state());
        call(1, WELL);
        call(1, WELL);

        assertEquals(State.CLOSED, health().state());
    }

    @Test
    void afterThePauseFailuresLeaveItAloneAgain() {
        open();
        clock.move(Duration.ofSeconds(31));

        for (int i = 0; i < 3; i++) {
            assertThrows(ModuleCallFailed.class, () -> call(1, THROWS));
        }

        assertEquals(State.OPEN, health().state());
        assertEquals(Optional.of(clock.instant().plusSeconds(30)), health().triedAgainAt());
    }

    @Test
    void aNewGenerationIsCalledAndAnOldOnesLastFailuresDoNotCount() throws Exception {
        open();

        assertEquals("well", call(2, WELL));
        for (int i = 0; i < 10; i++) {
            assertThrows(ModuleCallFailed.class, () -> call(1, THROWS));
        }

        assertEquals(State.CLOSED, health().state());
        assertEquals(0, health().failures());
        assertEquals("well", call(2, WELL));
    }

    @Test
    void brokenPagesDoNotStopRulesNorAnotherProgram() throws Exception {
        open();

        assertEquals("well", calls.call(CallKind.RULES, "sample", 1, WELL));
        assertEquals("well", calls.call(CallKind.PAGES, "other", 1, WELL));
    }

    @Test
    void aModuleThatHoldsAllItsThreadsGetsNoMore() throws Exception {
        IsolationSettings patient = new IsolationSettings(
                Duration.ofMillis(20), Duration.ofMillis(15), 1000, 1000, 50, Duration.ofSeconds(30), 3, 4, 8,
                Duration.ofSeconds(1));
        ModuleCalls few = new ModuleCalls(threads, patient, new ModuleBreakers(patient, clock, clock::instant));
        CountDownLatch end = new CountDownLatch(1);
        Callable<String> deaf = () -> {
            while (end.getCount() > 0) {
                try {
                    end.await();
                } catch (InterruptedException notListening) {
                    Thread.interrupted();
                }
            }
            return "";
        };
        for (int i = 0; i < 4; i++) {
            assertThrows(ModuleCallFailed.class, () -> few.call(CallKind.PAGES, "sample", 1, deaf));
        }

        ModuleCallFailed fifth =
                assertThrows(ModuleCallFailed.class, () -> few.call(CallKind.PAGES, "sample", 1, WELL));

        end.countDown();
        assertEquals("earlier calls have not come back", fifth.getMessage());
    }

    private void open() {
        for (int i = 0; i < 5; i++) {
            assertThrows(ModuleCallFailed.class, () -> call(1, THROWS));
        }
        assertEquals(State.OPEN, health().state());
    }

    private String call(long generation, Callable<String> code) throws ModuleCallFailed {
        return calls.call(CallKind.PAGES, "sample", generation, code);
    }

    private ModuleHealth health() {
        return breakers.of("sample").get(0);
    }
}
