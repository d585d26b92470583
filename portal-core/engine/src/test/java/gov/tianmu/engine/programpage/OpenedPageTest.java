package gov.tianmu.engine.programpage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.engine.modules.RunningModule;
import gov.tianmu.engine.modules.isolation.IsolationSettings;
import gov.tianmu.engine.modules.isolation.ModuleBreakers;
import gov.tianmu.engine.modules.isolation.ModuleCallFailed;
import gov.tianmu.engine.modules.isolation.ModuleCalls;
import gov.tianmu.engine.modules.isolation.ModuleHealth;
import gov.tianmu.engine.modules.isolation.MovedClock;
import gov.tianmu.engine.modules.pages.ContributedPage;
import gov.tianmu.engine.modules.pages.PageAudience;
import gov.tianmu.spi.definition.Text;
import gov.tianmu.spi.page.OpenCall;
import gov.tianmu.spi.page.OwnCase;
import gov.tianmu.spi.page.PageView;
import gov.tianmu.spi.page.TitleView;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page's names are filled by its module, in a real framework; whatever the module does, the request goes on. */
class OpenedPageTest {

    private static final IsolationSettings SETTINGS = IsolationSettings.USUAL.within(Duration.ofMillis(500));
    private static final ContributedPage PAGE = new ContributedPage(
            "sample", "overview", "pages/overview.xhtml", PageAudience.PUBLIC, Text.of("概况"));

    @TempDir
    private Path home;

    private final MovedClock clock = new MovedClock();
    private final ModuleBreakers breakers = new ModuleBreakers(SETTINGS, clock, clock::instant);
    private final AtomicInteger gathered = new AtomicInteger();
    private final AtomicInteger places = new AtomicInteger();
    private ExecutorService threads;
    private RunningModule module;

    @BeforeEach
    void prepare() throws Exception {
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        });
        module = new RunningModule(home);
    }

    @AfterEach
    void stop() throws Exception {
        module.close();
        threads.shutdownNow();
    }

    @Test
    void theModuleFillsANameWithPlainData() throws Exception {
        module.put(Models.Fills.class, Models.Fills.Shown.class);

        try (OpenedPage page = open()) {
            assertEquals(Map.of("organisation", "临安示例公司", "titles", List.of("示例工作室")), page.bean("sample"));
        }
    }

    @Test
    void theModuleIsAskedOnceARequestAndTheFactsAreGatheredOnce() throws Exception {
        module.put(Models.Fills.class, Models.Fills.Shown.class);

        try (OpenedPage page = open()) {
            page.bean("sample");
            page.bean("sample");
        }

        assertEquals(1, gathered.get());
        assertEquals(1, breakers.of("sample").get(0).calls());
    }

    @Test
    void aNameThatNobodyFillsIsAFaultOfThePageAlone() throws Exception {
        module.put(Models.Fills.class, Models.Fills.Shown.class);

        try (OpenedPage page = open()) {
            assertThrows(NoSuchElementException.class, () -> page.bean("sampel"));
            assertThrows(NoSuchElementException.class, () -> page.bean("*)(x=*"));
        }

        assertEquals(0, gathered.get());
        assertEquals(List.of(), breakers.of("sample"));
    }

    @Test
    void aModelThatThrowsSaysNothingOfWhatItSaw() throws Exception {
        module.put(Models.Throws.class);

        ModuleCallFailed failed = failing();

        assertTrue(failed.getMessage().contains("Models$Throws.prepare"));
        assertFalse(failed.getMessage().contains("临安示例公司"));
    }

    @Test
    void aModelThatBlocksForAMinuteIsNotWaitedFor() throws Exception {
        module.put(Models.Blocks.class);

        assertEquals("no answer within 500 ms", failing().getMessage());
    }

    @Test
    void aModelThatAnswersJunkFails() throws Exception {
        module.put(Models.AnswersJunk.class);

        assertTrue(failing().getMessage().contains("IllegalArgumentException"));
    }

    @Test
    void aModuleThatKeepsFailingIsLeftAloneUntilItsNextVersion() throws Exception {
        module.put(Models.Throws.class);
        for (int i = 0; i < 5; i++) {
            failing();
        }
        assertEquals(Optional.of(Duration.ofSeconds(30)), failing().leftAlone());
        assertEquals(ModuleHealth.State.OPEN, breakers.of("sample").get(0).state());

        module.put(Models.Fills.class, Models.Fills.Shown.class);

        try (OpenedPage page = open()) {
            assertTrue(page.bean("sample") instanceof Map);
        }
        assertEquals(ModuleHealth.State.CLOSED, breakers.of("sample").get(0).state());
    }

    @Test
    void closingGivesPlaceAndModuleBackOnce() throws Exception {
        module.put(Models.Fills.class, Models.Fills.Shown.class);
        OpenedPage page = open();

        page.close();
        page.close();

        assertEquals(1, places.get());
    }

    @Test
    void whatAPageShowedKeepsNothingOfAModuleThatWasReplaced() throws Exception {
        module.put(Models.Fills.class, Models.Fills.Shown.class);
        Object shown;
        try (OpenedPage page = open()) {
            shown = page.bean("sample");
        }
        WeakReference<ClassLoader> old = new WeakReference<>(module.loader());
        threads.shutdownNow();
        threads = Executors.newCachedThreadPool();

        module.put(Models.Fills.class, Models.Fills.Shown.class);

        for (int i = 0; i < 100 && old.get() != null; i++) {
            System.gc();
            Thread.sleep(50);
        }
        assertNull(old.get(), "the old class loader is still held");
        assertTrue(shown instanceof Map, "what was shown is still there");
    }

    private ModuleCallFailed failing() {
        try (OpenedPage page = open()) {
            return assertThrows(ModuleCallFailed.class, () -> page.bean("sample"));
        }
    }

    private OpenedPage open() {
        return new OpenedPage(
                PAGE,
                module.enter(),
                places::incrementAndGet,
                new ModuleCalls(threads, SETTINGS, breakers),
                () -> {
                    gathered.incrementAndGet();
                    return new Seen();
                });
    }

    private static final class Seen implements PageView {

        @Override
        public String page() {
            return "overview";
        }

        @Override
        public Optional<String> organisation() {
            return Optional.of("临安示例公司");
        }

        @Override
        public LocalDate today() {
            return LocalDate.of(2023, 4, 20);
        }

        @Override
        public String locale() {
            return "zh-CN";
        }

        @Override
        public Map<String, String> parameters() {
            return Map.of();
        }

        @Override
        public List<TitleView> titles() {
            return List.of(new TitleView(
                    "示例工作室", "示例", "钳工", 2023, Optional.empty(), Optional.empty(), TitleView.Standing.VALID));
        }

        @Override
        public List<OwnCase> cases() {
            return List.of();
        }

        @Override
        public List<OpenCall> openCalls() {
            return List.of();
        }
    }
}
