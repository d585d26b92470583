package gov.tianmu.acceptance.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.acceptance.running.Reader;
import gov.tianmu.acceptance.running.RunningPortal;
import gov.tianmu.testing.ModuleJar;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder {@code PORTAL_HOME/modules} decides what is published, on either database. */
class ModulesComeAndGoIT {

    private static final String NOTICE = "notice-2023-26.jar";
    private static final String PROGRAM = "studio-recognition.jar";

    @TempDir
    private Path away;

    @Test
    void aNoticeTakenOutClosesItsCallsAndPutBackOpensThem() throws Exception {
        noticeComesAndGoes(RunningPortal.get());
    }

    @Test
    void theSameHoldsOnPostgreSql() throws Exception {
        noticeComesAndGoes(RunningPortal.onPostgres());
    }

    private void noticeComesAndGoes(RunningPortal portal) throws Exception {
        Path jar = portal.home().resolve("modules").resolve(NOTICE);
        awaitNotices(portal, true);
        Path kept = Files.copy(jar, away.resolve(NOTICE), StandardCopyOption.REPLACE_EXISTING);
        try {
            Files.delete(jar);
            awaitNotices(portal, false);
            HttpResponse<String> withdrawn = new Reader(portal).get("/notices/2023-26", null);
            assertEquals(200, withdrawn.statusCode(), "a withdrawn notice stays readable");
            assertTrue(withdrawn.body().contains("天目工匠"));
            assertTrue(withdrawn.body().contains("暂停受理") || withdrawn.body().contains("已截止"), withdrawn.body());
            assertFalse(withdrawn.body().contains("网上申报正在准备"), "it is no call to come");
        } finally {
            drop(kept, jar);
        }
        awaitNotices(portal, true);
    }

    @Test
    void aNoticeWithoutItsProgramWaitsAndStartsByItself() throws Exception {
        RunningPortal portal = RunningPortal.get();
        Path jar = portal.home().resolve("modules").resolve(PROGRAM);
        awaitNotices(portal, true);
        Path kept = Files.copy(jar, away.resolve(PROGRAM));
        try {
            Files.delete(jar);
            awaitNotices(portal, false);
            assertTrue(new Reader(portal).get("/health/ready", null).body().contains("\"waiting\":1"));
            assertEquals(200, new Reader(portal).get("/rosters/studio-recognition", null).statusCode());
        } finally {
            drop(kept, jar);
        }
        awaitNotices(portal, true);
    }

    @Test
    void aModuleChangedAfterSigningIsRefusedAndTheOldOneServes() throws Exception {
        RunningPortal portal = RunningPortal.get();
        Path jar = portal.home().resolve("modules").resolve(PROGRAM);
        Path log = portal.home().resolve("logs/messages.log");
        awaitNotices(portal, true);
        Path kept = Files.copy(jar, away.resolve(PROGRAM));
        Path bad = away.resolve("bad.jar");
        spoil(kept, bad);
        long before = Files.size(log);
        try {
            drop(bad, jar);
            Reader.await(() -> logSince(log, before).contains("Changed or damaged after signing: program.xml"));
            awaitNotices(portal, true);
        } finally {
            drop(kept, jar);
        }
    }

    @Test
    void aDefinitionWithAnErrorIsRefusedWithItsLineAndTheOldOneServes() throws Exception {
        RunningPortal portal = RunningPortal.get();
        Path jar = portal.home().resolve("modules").resolve(PROGRAM);
        Path log = portal.home().resolve("logs/messages.log");
        Path kept = Files.copy(jar, away.resolve(PROGRAM));
        Path bad = away.resolve("bad.jar");
        spoil(kept, bad);
        // The signature is in order: it is the definition that is wrong.
        portal.sign(bad);
        long before = Files.size(log);
        try {
            drop(bad, jar);
            Reader.await(() -> logSince(log, before).contains("there is no field no-such-field"));
            assertTrue(
                    logSince(log, before).matches("(?s).*program\\.xml line \\d+, column \\d+: there is no field.*"));
            awaitNotices(portal, true);
        } finally {
            drop(kept, jar);
        }
    }

    private void awaitNotices(RunningPortal portal, boolean published) throws Exception {
        Reader.await(() -> {
            HttpResponse<String> notices = new Reader(portal).get("/notices", null);
            assertEquals(200, notices.statusCode());
            return notices.body().contains("/notices/2023-26") == published;
        });
    }

    /** Copies beside and renames, as the operator's guide says. */
    private static void drop(Path from, Path to) throws IOException {
        Path half = to.resolveSibling(to.getFileName() + ".tmp");
        Files.copy(from, half, StandardCopyOption.REPLACE_EXISTING);
        Files.move(half, to, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The same module with a name-field that leads nowhere, and with its signature as it was. */
    private static void spoil(Path good, Path bad) throws IOException {
        ModuleJar.copyOf(good)
                .replace("program.xml", "name-field=\"studio-name\"", "name-field=\"no-such-field\"")
                .write(bad);
    }

    private static String logSince(Path log, long position) throws IOException {
        byte[] all = Files.readAllBytes(log);
        int from = position <= all.length ? (int) position : 0;
        return new String(all, from, all.length - from, StandardCharsets.UTF_8);
    }
}
