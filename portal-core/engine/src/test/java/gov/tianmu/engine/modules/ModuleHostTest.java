package gov.tianmu.engine.modules;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.engine.modules.trust.ModuleTrust;
import gov.tianmu.engine.modules.trust.SignatureFinding;
import gov.tianmu.testing.ModuleJar;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules come, change and go, on a real framework with a real folder. */
class ModuleHostTest {

    @TempDir
    private Path home;

    private TestRuntime runtime;

    @BeforeEach
    void prepare() throws Exception {
        runtime = new TestRuntime(home);
    }

    @AfterEach
    void stop() throws Exception {
        runtime.close();
    }

    @Test
    void whatLiesInTheFolderRunsOnceTheHostHasStarted() throws Exception {
        TestModule.program("sample", "1.0.0", "名称").drop(runtime.folder, "sample.jar");
        TestModule.notice("2024-1", "1.0.0", "sample").drop(runtime.folder, "notice.jar");

        runtime.start();

        assertEquals(List.of("sample"), List.copyOf(runtime.host().live().programs().keySet()));
        assertEquals(List.of("2024-1"), List.copyOf(runtime.host().live().notices().keySet()));
        assertEquals(List.of("ProgramStarted", "NoticeStarted"), runtime.toldKinds());
        assertEquals(List.of("sample 1.0.0"), runtime.row("test.sample").provides());
        assertEquals(List.of("sample ≥1.0 <2.0"), runtime.row("test.notice-2024-1").requires());
        assertEquals(new RuntimeHealth(true, 2, 0, 0), runtime.host().health());
    }

    @Test
    void aDroppedModuleStartsAndARemovedOneStopsAndARestoredOneStartsAgain() throws Exception {
        runtime.start();
        Path jar = TestModule.program("sample", "1.0.0", "名称").drop(runtime.folder, "sample.jar");
        runtime.await("test.sample", ModuleState.ACTIVE);

        Path away = Files.move(jar, home.resolve("away.jar"));
        runtime.await("test.sample", ModuleState.STOPPED);
        assertTrue(runtime.host().live().programs().isEmpty());

        Files.move(away, jar);
        runtime.await("test.sample", ModuleState.ACTIVE);

        runtime.await(() -> runtime.toldKinds().equals(List.of("ProgramStarted", "ProgramStopped", "ProgramStarted")));
        assertEquals(List.of("started 1.0.0", "stopped 1.0.0", "started 1.0.0"), runtime.history.kinds());
    }

    @Test
    void aFileThatIsAbsentForAMomentWhileItIsReplacedIsNotGone() throws Exception {
        ModulesFolder folder = new ModulesFolder(runtime.folder);
        Path jar = TestModule.program("sample", "1.0.0", "名称").drop(runtime.folder, "sample.jar");
        assertEquals(Set.of(jar), folder.settle().arrived());

        Path away = Files.move(jar, home.resolve("away.jar"));
        assertTrue(folder.look().isEmpty());
        Files.move(away, jar);
        assertTrue(folder.look().isEmpty());

        Files.delete(jar);
        assertTrue(folder.look().isEmpty());
        assertEquals(Set.of(jar), folder.look().gone());
    }

    @Test
    void aFileUnderAnotherEndingIsIgnored() throws Exception {
        TestModule.program("sample", "1.0.0", "名称").drop(home, "sample.jar");
        Files.move(home.resolve("sample.jar"), runtime.folder.resolve("sample.jar.tmp"));

        runtime.start();
        Thread.sleep(200);

        assertEquals(List.of(), runtime.host().rows());
    }

    @Test
    void aNewVersionTakesOverWithoutAStopInBetween() throws Exception {
        TestModule.program("sample", "1.0.0", "名称").drop(runtime.folder, "sample.jar");
        TestModule.notice("2024-1", "1.0.0", "sample").drop(runtime.folder, "notice.jar");
        runtime.start();
        String before = runtime.host().live().programs().get("sample").hash();
        AtomicInteger gaps = new AtomicInteger();
        Thread reader = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                LiveModules live = runtime.host().live();
                if (!live.programs().containsKey("sample") || !live.notices().containsKey("2024-1")) {
                    gaps.incrementAndGet();
                }
            }
        });
        reader.start();

        TestModule.program("sample", "1.1.0", "新名称").drop(runtime.folder, "sample.jar");
        runtime.await(() -> runtime.row("test.sample").version().equals("1.1.0"));
        reader.interrupt();
        reader.join();

        assertEquals(0, gaps.get());
        FrozenProgram after = runtime.host().live().programs().get("sample");
        assertNotEquals(before, after.hash());
        assertEquals("新名称", after.definition().field("name").orElseThrow().label().zh());
        runtime.await(() -> runtime.toldKinds().equals(List.of("ProgramStarted", "NoticeStarted", "ProgramStarted")));
        assertEquals(ModuleState.ACTIVE, runtime.row("test.notice-2024-1").state());
        assertTrue(runtime.history.kinds().contains("updated 1.1.0"));
    }

    @Test
    void aReplacedModuleLeavesNoClassLoaderBehind() throws Exception {
        TestModule.program("sample", "1.0.0", "名称")
                .rule(Rules.Finds.class, "sample")
                .drop(runtime.folder, "sample.jar");
        runtime.start();
        WeakReference<ClassLoader> old = new WeakReference<>(runtime.classLoader("sample"));

        TestModule.program("sample", "1.0.1", "名称")
                .rule(Rules.Finds.class, "sample")
                .drop(runtime.folder, "sample.jar");
        runtime.await(() -> runtime.row("test.sample").version().equals("1.0.1"));

        runtime.await(() -> {
            System.gc();
            return old.get() == null;
        });
    }

    @Test
    void aBadUpdateLeavesTheOldOneServingAndSaysWhere() throws Exception {
        ModuleJar good = TestModule.program("sample", "1.0.0", "名称");
        good.drop(runtime.folder, "sample.jar");
        runtime.start();
        FrozenProgram before = runtime.host().live().programs().get("sample");

        TestModule.program("sample", "1.1.0", "名称")
                .replace("program.xml", "name-field=\"name\"", "name-field=\"nmae\"")
                .drop(runtime.folder, "sample.jar");
        runtime.await(() -> !runtime.reason("test.sample").isEmpty());

        assertEquals(before, runtime.host().live().programs().get("sample"));
        assertEquals(ModuleState.ACTIVE, runtime.row("test.sample").state());
        assertEquals("1.0.0", runtime.row("test.sample").version());
        assertEquals(
                "program.xml line 9, column 57: there is no field nmae", runtime.row("test.sample").reason().en());
        assertTrue(runtime.row("test.sample").reason().zh().startsWith("program.xml 第9行第57列：没有这一项"));
        assertEquals(List.of("ProgramStarted"), runtime.toldKinds());

        good.drop(runtime.folder, "sample.jar");
        runtime.await(() -> runtime.reason("test.sample").isEmpty());
        assertEquals(before, runtime.host().live().programs().get("sample"));
    }

    @Test
    void anUpdateWhoseActivatorFailsLeavesTheOldOneServing() throws Exception {
        TestModule.program("sample", "1.0.0", "名称").drop(runtime.folder, "sample.jar");
        runtime.start();

        TestModule.program("sample", "1.1.0", "名称")
                .header("Bundle-Activator", "test.NoSuchActivator")
                .drop(runtime.folder, "sample.jar");
        runtime.await(() -> runtime.reason("test.sample").contains("does not start"));

        assertEquals("1.0.0", runtime.host().live().programs().get("sample").definition().version());
        assertEquals(ModuleState.ACTIVE, runtime.row("test.sample").state());
    }

    @Test
    void aNoticeWaitsForItsProgramAndStartsByItself() throws Exception {
        TestModule.notice("2024-1", "1.0.0", "sample").drop(runtime.folder, "notice.jar");
        runtime.start();

        assertEquals(ModuleState.WAITING, runtime.row("test.notice-2024-1").state());
        assertEquals("waits for program sample ≥1.0 <2.0", runtime.reason("test.notice-2024-1"));
        assertEquals("等待事项 sample ≥1.0 <2.0", runtime.row("test.notice-2024-1").reason().zh());

        Path jar = TestModule.program("sample", "1.0.0", "名称").drop(runtime.folder, "sample.jar");
        runtime.await("test.notice-2024-1", ModuleState.ACTIVE);
        assertEquals("", runtime.reason("test.notice-2024-1"));

        Files.delete(jar);
        runtime.await("test.notice-2024-1", ModuleState.WAITING);
        assertTrue(runtime.host().live().notices().isEmpty());
        runtime.await(() -> runtime.toldKinds()
                .equals(List.of("ProgramStarted", "NoticeStarted", "NoticeStopped", "ProgramStopped")));
    }

    @Test
    void aProgramOutOfTheNoticesRangeDoesNotDo() throws Exception {
        TestModule.notice("2024-1", "1.0.0", "sample").drop(runtime.folder, "notice.jar");
        TestModule.program("sample", "2.0.0", "名称").drop(runtime.folder, "sample.jar");

        runtime.start();

        assertEquals(ModuleState.ACTIVE, runtime.row("test.sample").state());
        assertEquals(ModuleState.WAITING, runtime.row("test.notice-2024-1").state());
        assertEquals(
                "waits for program sample ≥1.0 <2.0 (2.0.0 is out of range)", runtime.reason("test.notice-2024-1"));
    }

    @Test
    void aProgramThatLeavesTheNoticesRangeMakesTheNoticeWaitUntilItComesBack() throws Exception {
        TestModule.notice("2024-1", "1.0.0", "sample").drop(runtime.folder, "notice.jar");
        TestModule.program("sample", "1.0.0", "名称").drop(runtime.folder, "sample.jar");
        runtime.start();

        TestModule.program("sample", "2.0.0", "名称").drop(runtime.folder, "sample.jar");
        runtime.await("test.notice-2024-1", ModuleState.WAITING);
        assertEquals("2.0.0", runtime.row("test.sample").version());

        TestModule.program("sample", "1.0.1", "名称").drop(runtime.folder, "sample.jar");
        runtime.await("test.notice-2024-1", ModuleState.ACTIVE);
    }

    @Test
    void anOptionalProgramThatIsAbsentStopsNobody() throws Exception {
        TestModule.notice("2024-1", "1.0.0", "sample")
                .header(
                        "Require-Capability",
                        "tianmu.program;filter:=\"(program=sample)\";resolution:=optional")
                .drop(runtime.folder, "notice.jar");

        runtime.start();

        assertEquals(ModuleState.ACTIVE, runtime.row("test.notice-2024-1").state());
        assertEquals(List.of("sample ?"), runtime.row("test.notice-2024-1").requires());
    }

    @Test
    void aFrozenDefinitionStaysReadableWhenItsModuleIsGone() throws Exception {
        Path jar = TestModule.program("sample", "1.0.0", "名称")
                .file("print/form.xsl", "<x/>")
                .file("messages_en.properties", "title = Sample")
                .drop(runtime.folder, "sample.jar");
        runtime.start();
        FrozenProgram live = runtime.host().live().programs().get("sample");
        Files.delete(jar);
        runtime.await("test.sample", ModuleState.STOPPED);

        FrozenDefinitions frozen = new FrozenDefinitions(runtime.archive);

        assertEquals(live, frozen.program(live.hash()));
        assertEquals(Optional.of(live), frozen.latestProgram("sample"));
        assertEquals(Optional.empty(), frozen.latestProgram("other"));
        assertArrayEquals(
                "<x/>".getBytes(StandardCharsets.UTF_8),
                frozen.part(live.hash(), ModuleKind.PROGRAM, "print/form.xsl").orElseThrow());
        assertTrue(frozen.part(live.hash(), ModuleKind.PROGRAM, "print/other.xsl").isEmpty());
        assertThrows(NoSuchElementException.class, () -> frozen.program("0".repeat(64)));
        assertThrows(NoSuchElementException.class, () -> frozen.notice(live.hash()));
    }

    @Test
    void theSameContentIsFrozenOnce() throws Exception {
        TestModule.program("sample", "1.0.0", "名称").drop(runtime.folder, "sample.jar");
        runtime.start();
        String hash = runtime.host().live().programs().get("sample").hash();

        TestModule.program("sample", "1.0.0", "名称")
                .replace("program.xml", "id=\"sample\" title=\"样例\"", "title='样例'   id='sample'")
                .file("README.txt", "another jar")
                .drop(runtime.folder, "sample.jar");
        runtime.await(() -> {
            try (ProgramUse use = runtime.enter("sample")) {
                return use.file("README.txt").isPresent();
            }
        });

        assertEquals(hash, runtime.host().live().programs().get("sample").hash());
        assertEquals(1, runtime.archive.kept.size());
        assertEquals(List.of("ProgramStarted"), runtime.toldKinds());
    }

    @Test
    void aRestartComesBackToTheSameModulesWithoutWritingHistoryAnew() throws Exception {
        TestModule.program("sample", "1.0.0", "名称").drop(runtime.folder, "sample.jar");
        TestModule.notice("2024-1", "1.0.0", "absent").drop(runtime.folder, "notice.jar");
        runtime.start();
        List<String> history = runtime.history.kinds();
        FrozenProgram before = runtime.host().live().programs().get("sample");

        runtime = runtime.restarted();

        assertEquals(before, runtime.host().live().programs().get("sample"));
        assertEquals(ModuleState.WAITING, runtime.row("test.notice-2024-1").state());
        assertEquals(history, runtime.history.kinds());
    }

    @Test
    void aFileSpoiledWhileThePortalWasDownStillStartsAsItLastRan() throws Exception {
        Path jar = TestModule.program("sample", "1.0.0", "名称").drop(runtime.folder, "sample.jar");
        runtime.start();
        runtime.close();
        Files.writeString(jar, "spoiled");

        runtime = runtime.restarted();

        assertEquals(ModuleState.ACTIVE, runtime.row("test.sample").state());
        assertTrue(runtime.reason("test.sample").contains("no jar"), runtime.reason("test.sample"));
        assertTrue(runtime.host().live().programs().containsKey("sample"));
    }

    @Test
    void anUpdateThatDidNotStartIsNotWhatARestartComesBackTo() throws Exception {
        TestModule.program("sample", "1.0.0", "名称").drop(runtime.folder, "sample.jar");
        runtime.start();
        TestModule.program("sample", "1.1.0", "名称")
                .header("Bundle-Activator", "test.NoSuchActivator")
                .drop(runtime.folder, "sample.jar");
        runtime.await(() -> !runtime.reason("test.sample").isEmpty());

        runtime = runtime.restarted();

        assertEquals("1.0.0", runtime.host().live().programs().get("sample").definition().version());
        assertTrue(runtime.reason("test.sample").contains("does not start"), runtime.reason("test.sample"));
    }

    @Test
    void whatAListenerCouldNotTakeIsToldAgain() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        runtime.listening(event -> {
            if (tries.incrementAndGet() < 4) {
                throw new IllegalStateException("the database is away");
            }
            runtime.told.add(event);
        });
        TestModule.program("sample", "1.0.0", "名称").drop(runtime.folder, "sample.jar");

        runtime.start();

        runtime.await(() -> runtime.toldKinds().equals(List.of("ProgramStarted")));
        assertEquals(4, tries.get());
    }

    @Test
    void aModuleThatCannotBeFrozenForNowStartsLater() throws Exception {
        runtime.archive.away(true);
        TestModule.program("sample", "1.0.0", "名称").drop(runtime.folder, "sample.jar");
        runtime.start();
        assertEquals(ModuleState.REFUSED, runtime.row("test.sample").state());

        runtime.archive.away(false);

        runtime.await("test.sample", ModuleState.ACTIVE);
    }

    @Test
    void aModuleThatHangsWhenItStartsIsRefusedAndLeavesNothingBehind() throws Exception {
        ModuleJar good = TestModule.program("sample", "1.0.0", "名称");
        good.drop(runtime.folder, "sample.jar");
        runtime.start();

        TestModule.program("sample", "1.1.0", "名称")
                .rule(Rules.SlowToBeMade.class, "sample")
                .replace("OSGI-INF/" + Rules.SlowToBeMade.class.getName() + ".xml", "<scr:component ", "<scr:component immediate=\"true\" ")
                .drop(runtime.folder, "sample.jar");
        runtime.await(() -> runtime.reason("test.sample").contains("no start within"));

        assertEquals("1.0.0", runtime.host().live().programs().get("sample").definition().version());
        good.drop(runtime.folder, "sample.jar");
        runtime.await(() -> runtime.reason("test.sample").isEmpty());
        runtime.await(() -> Stream.of(runtime.bundles())
                        .filter(bundle -> bundle.getLocation().startsWith("module:"))
                        .count()
                == 1);
    }

    @Test
    void aModuleThatNobodySignedDoesNotStartWhereOnlySignedOnesMay() throws Exception {
        TestModule.program("sample", "1.0.0", "名称").drop(runtime.folder, "sample.jar");
        runtime.trusting(ModuleTrust.by(home.resolve("no-trust.pem"), false)).start();

        assertEquals(ModuleState.REFUSED, runtime.row("sample.jar").state());
        assertEquals(
                SignatureFinding.Standing.UNSIGNED,
                runtime.row("sample.jar").signature().orElseThrow().standing());
        assertTrue(runtime.host().live().programs().isEmpty());
    }

    @Test
    void aSecondModuleCannotBringTheSameProgram() throws Exception {
        TestModule.program("sample", "1.0.0", "名称").drop(runtime.folder, "a.jar");
        TestModule.program("sample", "1.5.0", "名称")
                .header("Bundle-SymbolicName", "test.usurper")
                .drop(runtime.folder, "b.jar");
        runtime.start();

        assertEquals(ModuleState.REFUSED, runtime.row("test.usurper").state());
        assertEquals("sample is brought by the module test.sample already", runtime.reason("test.usurper"));

        Files.delete(runtime.folder.resolve("a.jar"));
        runtime.await("test.usurper", ModuleState.ACTIVE);
    }

    @Test
    void nothingIsLeftBehindByComingAndGoing() throws Exception {
        runtime.start();
        for (int round = 0; round < 5; round++) {
            Path jar = TestModule.program("sample", "1.0." + round, "名称").drop(runtime.folder, "sample.jar");
            String version = "1.0." + round;
            runtime.await(() -> runtime.state("test.sample").equals(Optional.of(ModuleState.ACTIVE))
                    && runtime.row("test.sample").version().equals(version));
            if (round % 2 == 1) {
                Files.delete(jar);
                runtime.await("test.sample", ModuleState.STOPPED);
            }
        }

        assertNothingLeftBehind();
        assertEquals(1, count(runtime.folder.resolve(".accepted")));
        assertEquals(
                1,
                Stream.of(runtime.bundles())
                        .filter(bundle -> bundle.getLocation().startsWith("module:"))
                        .count());
    }

    private void assertNothingLeftBehind() throws IOException {
        try (Stream<Path> copies = Files.list(runtime.work);
                Stream<Path> jars = Files.list(runtime.folder)) {
            assertEquals(
                    jars.filter(file -> file.getFileName().toString().endsWith(".jar")).count(),
                    copies.filter(file -> file.getFileName().toString().startsWith("incoming")).count(),
                    "one copy of each file, and no other");
        }
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
