package gov.tianmu.engine.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.modules.compare.CaseImpact;
import gov.tianmu.engine.modules.compare.Misfit;
import gov.tianmu.engine.modules.trust.ModuleTrust;
import gov.tianmu.engine.modules.trust.SignatureFinding.Standing;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.spi.definition.Text;
import gov.tianmu.testing.ModuleJar;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an administrator orders is done to the folder and has happened when the order returns. */
class ModuleOrdersTest {

    private static final Actor ADMIN = new Actor("admin01", "邵启明", Set.of(Role.ADMIN), Optional.empty());

    @TempDir
    private Path home;

    private TestRuntime runtime;

    @BeforeEach
    void prepare() throws Exception {
        runtime = new TestRuntime(home);
        TestModule.program("sample", "1.0.0", "名称").drop(runtime.folder, "sample.jar");
        TestModule.notice("2024-1", "1.0.0", "sample").drop(runtime.folder, "notice.jar");
        runtime.start();
    }

    @AfterEach
    void stop() throws Exception {
        runtime.close();
    }

    @Test
    void anUploadedModuleRunsWhenTheOrderReturnsAndTheHistoryNamesWhoDidIt() {
        Outcome<ModuleRow> put = orders().put(ADMIN, jar(TestModule.program("other", "1.0.0", "名称")), false);

        assertEquals(ModuleState.ACTIVE, put.result().orElseThrow().state());
        assertEquals("test.other.jar", put.result().orElseThrow().file());
        assertTrue(runtime.host().live().programs().containsKey("other"));
        ModuleEventRow event = runtime.history.last("test.other").orElseThrow();
        assertEquals("admin01", event.account());
        assertEquals("uploaded in the console", event.reason().en());
    }

    @Test
    void anUploadTakesThePlaceOfTheModulesFile() throws Exception {
        Outcome<ModuleRow> put = orders().put(ADMIN, jar(TestModule.program("sample", "1.1.0", "新名称")), false);

        assertEquals("1.1.0", put.result().orElseThrow().version());
        assertEquals("sample.jar", put.result().orElseThrow().file());
        assertEquals(Optional.of("1.0.0"), put.result().orElseThrow().previous());
        assertEquals(List.of("notice.jar", "sample.jar"), files());
    }

    @Test
    void aFileThatSomebodyTookAwayMeanwhileIsNoFault() throws Exception {
        Files.delete(runtime.folder.resolve("notice.jar"));
        assertEquals(
                ModuleState.STOPPED,
                orders().stop(ADMIN, "test.notice-2024-1", false).result().orElseThrow().state());

        orders().stop(ADMIN, "test.sample", true).result().orElseThrow();
        Files.delete(runtime.folder.resolve("sample.jar.off"));
        assertEquals(
                Optional.of(Refusal.Kind.NOT_FOUND),
                orders().start(ADMIN, "test.sample").reason().map(Refusal::kind));
        assertEquals(List.of(), files());
    }

    @Test
    void aRefusedUploadLeavesFolderAndModuleAsTheyWere() throws Exception {
        ModuleJar bad = TestModule.program("sample", "1.1.0", "名称")
                .header("Bundle-Activator", "test.NoSuchActivator");

        Outcome<ModuleRow> put = orders().put(ADMIN, jar(bad), false);

        assertEquals("module.refused", put.reason().orElseThrow().code());
        assertEquals("1.0.0", runtime.row("test.sample").version());
        assertEquals("", runtime.reason("test.sample"));
        assertEquals(List.of("notice.jar", "sample.jar"), files());
        runtime = runtime.restarted();
        assertEquals("1.0.0", runtime.row("test.sample").version());
    }

    @Test
    void oneOrderGoesBackToTheVersionBeforeAndAnotherOneForthAgain() {
        orders().put(ADMIN, jar(TestModule.program("sample", "1.1.0", "新名称")), false);

        Outcome<ModuleRow> back = orders().rollBack(ADMIN, "test.sample", false);

        assertEquals("1.0.0", back.result().orElseThrow().version());
        assertEquals("名称", label());
        assertEquals(Optional.of("1.1.0"), back.result().orElseThrow().previous());
        assertEquals(
                "rolled back from 1.1.0 to 1.0.0 by an administrator",
                runtime.history.last("test.sample").orElseThrow().reason().en());
        assertTrue(back.result().orElseThrow().isPreviousNewer());

        Outcome<ModuleRow> forth = orders().rollBack(ADMIN, "test.sample", false);

        assertEquals("新名称", label());
        assertFalse(forth.result().orElseThrow().isPreviousNewer());
        Text told = runtime.history.last("test.sample").orElseThrow().reason();
        assertEquals("changed from 1.0.0 to 1.1.0 by an administrator", told.en());
        assertEquals("由管理员从 1.0.0 换到 1.1.0", told.zh());
    }

    @Test
    void aRollBackAlsoDoesAwayWithAHigherVersionUnderAnotherName() throws Exception {
        TestModule.program("sample", "1.1.0", "新名称").drop(runtime.folder, "sample-1.1.0.jar");
        runtime.await(() -> runtime.row("test.sample").version().equals("1.1.0"));
        assertEquals(1, runtime.row("test.sample").remarks().size());

        orders().rollBack(ADMIN, "test.sample", false);

        assertEquals("1.0.0", runtime.row("test.sample").version());
        assertEquals(List.of("notice.jar", "sample-1.1.0.jar"), files());
        assertEquals(List.of(), runtime.row("test.sample").remarks());
    }

    @Test
    void whatRanOnlyOnceCannotBeRolledBack() {
        assertEquals(
                "module.nothing-before",
                orders().rollBack(ADMIN, "test.sample", false).reason().orElseThrow().code());
        assertEquals("not-found", orders().rollBack(ADMIN, "test.none", false).reason().orElseThrow().code());
    }

    @Test
    void aProgramThatNoticesNeedAsksFirstAndNamesThem() throws Exception {
        Outcome<ModuleRow> asked = orders().stop(ADMIN, "test.sample", false);

        assertEquals("module.needed", asked.reason().orElseThrow().code());
        assertEquals("「通知」", asked.reason().orElseThrow().args().get(1).toString());
        assertEquals("module.needed", orders().remove(ADMIN, "test.sample", false).reason().orElseThrow().code());
        assertEquals(List.of("notice.jar", "sample.jar"), files());

        assertTrue(orders().remove(ADMIN, "test.sample", true).isDone());
        assertEquals(ModuleState.WAITING, runtime.row("test.notice-2024-1").state());
        assertEquals(Optional.empty(), runtime.state("test.sample"));
        assertEquals("removed by an administrator", runtime.history.last("test.sample").orElseThrow().reason().en());
    }

    @Test
    void aStoppedModuleStaysStoppedOverARestartAndStartsAgain() throws Exception {
        Outcome<ModuleRow> stopped = orders().stop(ADMIN, "test.notice-2024-1", false);

        assertEquals(ModuleState.STOPPED, stopped.result().orElseThrow().state());
        assertTrue(runtime.host().live().notices().isEmpty());
        List<String> history = runtime.history.kinds();
        runtime = runtime.restarted();
        assertEquals(ModuleState.STOPPED, runtime.row("test.notice-2024-1").state());
        assertEquals("1.0.0", runtime.row("test.notice-2024-1").version());
        assertEquals("stopped by an administrator", runtime.reason("test.notice-2024-1"));
        assertEquals(history, runtime.history.kinds());

        Outcome<ModuleRow> started = orders().start(ADMIN, "test.notice-2024-1");

        assertEquals(ModuleState.ACTIVE, started.result().orElseThrow().state());
        assertEquals(List.of("notice.jar", "sample.jar"), files());
    }

    @Test
    void whoIsInsideFinishesInTheOldGenerationWhileOthersAreInTheNew() throws Exception {
        ProgramUse inside = runtime.enter("sample");
        WeakReference<ClassLoader> old = new WeakReference<>(runtime.classLoader("sample"));

        orders().put(ADMIN, jar(TestModule.program("sample", "1.1.0", "新名称")), false);

        assertEquals("新名称", label());
        assertTrue(inside.file("program.xml").isPresent(), "the old generation went while somebody was in it");
        try (ProgramUse other = runtime.enter("sample")) {
            assertNotEquals(inside.generation(), other.generation());
        }
        assertEquals(ModuleState.ACTIVE, runtime.row("test.notice-2024-1").state());

        inside.close();
        runtime.await(() -> moduleBundles() == 2);
        assertEquals(ModuleState.ACTIVE, runtime.row("test.notice-2024-1").state());
        runtime.await(() -> {
            System.gc();
            return old.get() == null;
        });
    }

    @Test
    void aProgramThatOpenCasesDoNotFitIsKeptOutOfTheFolderAndLetInByWhoSawTheReport() throws Exception {
        String inForce = runtime.host().live().programs().get("sample").hash();
        Misfit misfit = new Misfit("2024-0001", "draft", List.of("name"), new Text("名称已取消", "name is gone"));
        breakCasesUnless(inForce, misfit);
        ModuleJar narrower = TestModule.program("sample", "1.1.0", "新名称");

        narrower.drop(runtime.folder, "sample.jar");
        runtime.await(() -> runtime.reason("test.sample").contains("2024-0001 name is gone"));
        assertEquals("名称", label());
        assertTrue(dryRun(narrower).breaksCases());
        assertTrue(dryRun(narrower).mayStart());
        assertEquals(
                "module.refused", orders().put(ADMIN, jar(narrower), false).reason().orElseThrow().code());
        assertEquals("名称", label());

        assertEquals("1.1.0", orders().put(ADMIN, jar(narrower), true).result().orElseThrow().version());
        runtime = runtime.restarted();
        assertEquals("新名称", label());
    }

    private void breakCasesUnless(String hash, Misfit misfit) throws Exception {
        runtime.openCases = (programId, newHash, after, migration) ->
                newHash.equals(hash) ? CaseImpact.NONE : new CaseImpact(1, 0, 0, List.of(misfit), 1);
        runtime = runtime.restarted();
    }

    @Test
    void whoComesWhileAProgramIsJustStartingWaitsForItInsteadOfBeingTurnedAway() throws Exception {
        CountDownLatch underWay = new CountDownLatch(1);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        runtime.openCases = (programId, newHash, after, migration) -> {
            if (programId.equals("other")) {
                underWay.countDown();
                await(mayGoOn);
            }
            return CaseImpact.NONE;
        };
        runtime = runtime.restarted();
        assertEquals(Optional.empty(), runtime.host().enter("other", Duration.ofMillis(1)));

        TestModule.program("other", "1.0.0", "名称").drop(runtime.folder, "other.jar");
        await(underWay);
        CompletableFuture<Optional<ProgramUse>> entering =
                CompletableFuture.supplyAsync(() -> runtime.host().enter("other", Duration.ofSeconds(10)));
        assertFalse(entering.isDone());
        mayGoOn.countDown();

        try (ProgramUse use = entering.get(10, TimeUnit.SECONDS).orElseThrow()) {
            assertEquals("other", use.programId());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Test
    void aRefusedUploadBringsTheStoppedFileOfItsModuleBack() throws Exception {
        orders().stop(ADMIN, "test.notice-2024-1", false);
        ModuleJar bad = TestModule.notice("2024-1", "1.1.0", "sample").header("Require-Capability", null);

        assertFalse(orders().put(ADMIN, jar(bad), false).isDone());

        assertEquals(List.of("notice.jar.off", "sample.jar"), files());
        assertEquals(ModuleState.STOPPED, runtime.row("test.notice-2024-1").state());
    }

    @Test
    void aFileThatIsNoModuleCanBeTakenAwayInTheConsole() throws Exception {
        Files.writeString(runtime.folder.resolve("text.jar"), "no jar at all");
        runtime.await("text.jar", ModuleState.REFUSED);

        assertTrue(orders().remove(ADMIN, "text.jar", false).isDone());

        assertEquals(List.of("notice.jar", "sample.jar"), files());
        assertEquals(Optional.empty(), runtime.state("text.jar"));
    }

    @Test
    void aDryRunTellsWhatWouldHappenAndChangesNothing() throws Exception {
        ModuleReport fine = dryRun(TestModule.program("sample", "1.1.0", "新名称"));
        assertTrue(fine.mayStart());
        assertEquals(Optional.empty(), fine.claimed());
        assertEquals(Optional.of("1.0.0"), fine.inForce());
        assertEquals(
                List.of("名称：新名称"),
                fine.comparison().orElseThrow().changes().stream().map(c -> c.after().zh()).toList());

        ModuleReport faulty = dryRun(TestModule.program("sample", "1.1.0", "名称")
                .replace("program.xml", "name-field=\"name\"", "name-field=\"nmae\""));
        assertFalse(faulty.mayStart());
        assertEquals("program.xml:9:57: there is no field nmae", faulty.errors().get(0).toString());
        assertEquals(Optional.of(new ClaimedModule("test.sample", "1.1.0")), faulty.claimed());
        assertEquals(Optional.empty(), faulty.name(), "a claim is no name");

        ModuleReport waiting = dryRun(TestModule.notice("2025-1", "1.0.0", "absent"));
        assertTrue(waiting.mayStart());
        assertEquals("waits for program absent ≥1.0 <2.0", waiting.waitsFor().get(0).en());

        ModuleReport foreign = dryRun(
                TestModule.program("sample", "1.1.0", "名称").header("Import-Package", "gov.tianmu.engine.modules"));
        assertTrue(foreign.problems().get(0).en().contains("does not export"));

        assertEquals("1.0.0", runtime.row("test.sample").version());
        assertEquals(2, moduleBundles());
        assertEquals(List.of("notice.jar", "sample.jar"), files());
        try (Stream<Path> left = Files.list(runtime.work)) {
            assertEquals(
                    2,
                    left.filter(file -> file.toString().endsWith(".jar")).count(),
                    "the copies of the two that are in the folder, and none of those looked at");
        }
    }

    @Test
    void aDryRunOfAJarThatNobodyVouchesForTellsWhatItClaimsToBe() throws Exception {
        runtime.close();
        runtime = new TestRuntime(home).trusting(ModuleTrust.by(home.resolve("no-certificates.pem"), false)).start();

        ModuleReport report = dryRun(TestModule.program("sample", "1.1.0", "名称"));

        assertEquals(Standing.UNSIGNED, report.signature().orElseThrow().standing());
        assertEquals(Optional.empty(), report.name());
        assertEquals(Optional.of(new ClaimedModule("test.sample", "1.1.0")), report.claimed());
    }

    private ModuleOrders orders() {
        return new ModuleOrders(runtime.host(), runtime.folder);
    }

    private ModuleReport dryRun(ModuleJar module) throws Exception {
        return new DryRun(runtime.host()).of(jar(module));
    }

    private Path jar(ModuleJar module) {
        return module.drop(home, "upload.jar");
    }

    private String label() {
        return runtime.host().live().programs().get("sample").definition().field("name").orElseThrow().label().zh();
    }

    private long moduleBundles() {
        return Stream.of(runtime.bundles())
                .filter(bundle -> bundle.getLocation().startsWith("module:"))
                .count();
    }

    private List<String> files() throws Exception {
        try (Stream<Path> files = Files.list(runtime.folder)) {
            return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
