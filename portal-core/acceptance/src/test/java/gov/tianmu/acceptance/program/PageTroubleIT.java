package gov.tianmu.acceptance.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import gov.tianmu.acceptance.running.Reader;
import gov.tianmu.acceptance.running.RunningPortal;
import gov.tianmu.acceptance.walk.pages.PortalBrowser;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A module whose pages fail, throw and block harms those pages only, and leaves nothing behind. */
class PageTroubleIT {

    private static final String TOP = "/programs/" + TroubleModule.PROGRAM + "/";
    private static final int GENERATIONS = 6;

    private final RunningPortal portal = RunningPortal.get();
    private final Reader reader = new Reader(portal);
    private final Path folder = portal.home().resolve("modules");

    @BeforeEach
    void drop() throws Exception {
        TroubleModule.drop(portal.home(), "1.0.0");
        Reader.await(() -> reader.get(TOP + "sound", null).statusCode() == 200);
    }

    @AfterEach
    void takeOut() throws Exception {
        Files.deleteIfExists(folder.resolve(TroubleModule.FILE));
        Reader.await(() -> reader.get(TOP + "sound", null).statusCode() == 410);
    }

    @Test
    void aBrokenPageIsAFaultWithAnIdOfThatPageAlone() throws Exception {
        for (String page : new String[] {"expression", "value", "include", "nobody", "throwing"}) {
            HttpResponse<String> fault = reader.get(TOP + page, null);

            assertEquals(500, fault.statusCode(), page);
            assertTrue(fault.body().contains("故障编号"), page);
            assertFalse(fault.body().contains(TroubleModels.SECRET), page);
        }
        // A page for one person is not held back until it is whole, so its beginning was written when it fails.
        HttpResponse<String> own = reader.get("/my" + TOP + "own-throwing", "applicant05");
        assertEquals(500, own.statusCode());
        assertTrue(own.body().contains("故障编号"), own.body());
        assertEquals(own.body().indexOf("<main"), own.body().lastIndexOf("<main"), "two pages in one");
        theRestAnswers();
        assertEquals(200, reader.get(TOP + "sound", null).statusCode());
        assertEquals(List.of(), whereTheSecretIs());
        assertTrue(
                read(portal.home().resolve("logs/messages.log")).contains("/page-trouble/include (pages/include.xhtml @1,"),
                "the log does not say where");
    }

    @Test
    void aPageThatBlocksCostsItsTimeLimitAndIsThenLeftAlone() throws Exception {
        int faults = 0;
        HttpResponse<String> resting = reader.get(TOP + "blocking", null);
        while (resting.statusCode() == 500 && faults < 5) {
            faults++;
            long begun = System.nanoTime();
            resting = reader.get(TOP + "blocking", null);
            assertTrue(System.nanoTime() - begun < 10_000_000_000L, "it was waited for");
        }

        assertEquals(503, resting.statusCode());
        assertTrue(faults >= 3, "left alone after " + faults);
        assertTrue(resting.body().contains("这一页暂时打不开") && resting.body().contains("秒后自动再试"));
        int seconds = Integer.parseInt(resting.headers().firstValue("Retry-After").orElse("0"));
        assertTrue(seconds > 0 && seconds <= 31, "Retry-After " + seconds);
        theRestAnswers();
        String health = reader.get("/health/ready", null).body();
        assertTrue(health.contains("\"page-trouble.pages\":\"open, "), health);
        assertTrue(health.contains(" calls, " + faults + " failed, " + faults + " slow, last failure "), health);

        TroubleModule.drop(portal.home(), "1.0.1");
        Reader.await(() -> reader.get(TOP + "sound", null).body().contains("版本1.0.1"));
    }

    @Test
    void anImageOfAModuleRunsNoScript() throws Exception {
        String page = reader.get(TOP + "sound", null).body();
        String image = page.replaceAll("(?s).*src=\"(/programs/[^\"]+)\".*", "$1");

        HttpResponse<String> svg = reader.get(image, null);

        assertEquals("image/svg+xml", svg.headers().firstValue("Content-Type").orElse(""));
        List<String> policies = svg.headers().allValues("Content-Security-Policy");
        assertEquals(1, policies.size());
        assertTrue(policies.get(0).contains("default-src 'none'") && policies.get(0).contains("sandbox"));
    }

    @Test
    void aLongTitleStaysInTheNavigation() throws Exception {
        try (PortalBrowser browser = PortalBrowser.at(portal.url())) {
            Page page = browser.signedIn("applicant05", "/my", 390);

            assertEquals(
                    0,
                    ((Number) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                            .intValue(),
                    "the page scrolls sideways");
            assertTrue(page.locator(".nav a[href='" + TOP + "sound']").boundingBox().width < 260);
        }
    }

    @Test
    void anUpdatedModulesClassesGoThoughASessionSawThem() throws Exception {
        try (PortalBrowser browser = PortalBrowser.at(portal.url())) {
            Page page = browser.signedIn("applicant05", "/my" + TOP + "own");
            assertTrue(page.content().contains("版本1.0.0"));
            long before = loaders();

            for (int i = 1; i <= GENERATIONS; i++) {
                String version = "1.0." + i;
                TroubleModule.drop(portal.home(), version);
                Reader.await(() -> reader.get(TOP + "sound", null).body().contains("版本" + version));
                browser.goTo(page, "/my" + TOP + "own");
                assertTrue(page.content().contains("版本" + version), "the session's person sees the new one");
            }

            Reader.await(() -> loaders() <= before + 1);
        }
    }

    private void theRestAnswers() throws Exception {
        for (String address : new String[] {"/", "/notices", "/health", "/rosters/studio-recognition"}) {
            assertEquals(200, reader.get(address, null).statusCode(), address);
        }
        assertEquals(200, reader.get("/my", "applicant05").statusCode());
        assertEquals(200, reader.get("/my/programs/studio-recognition/overview", "applicant05").statusCode());
    }

    /** The log files of the portal, and the server's dumps of faults, that hold what must not get out. */
    private List<String> whereTheSecretIs() throws IOException {
        try (Stream<Path> logs = Files.walk(portal.home().resolve("logs"))) {
            return logs.filter(Files::isRegularFile)
                    .filter(log -> read(log).contains(TroubleModels.SECRET))
                    .map(Objects::toString)
                    .toList();
        }
    }

    private static String read(Path log) {
        try {
            return Files.readString(log, StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }

    /** The class loaders of modules that are alive in the portal after a collection. */
    private long loaders() throws Exception {
        Path pid = portal.home().resolve("run/portal.pid");
        Process histogram = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Files.readString(pid).split("\\s")[0],
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String answer = new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return answer.lines()
                .filter(line -> line.contains("BundleWiringImpl$BundleClassLoader"))
                .filter(line -> !line.contains("$BundleClassLoader$"))
                .mapToLong(line -> Long.parseLong(line.strip().split("\\s+")[1]))
                .sum();
    }
}
