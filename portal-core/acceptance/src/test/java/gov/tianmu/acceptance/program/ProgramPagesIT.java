package gov.tianmu.acceptance.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.acceptance.running.Reader;
import gov.tianmu.acceptance.running.RunningPortal;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that the recognition of studios brings: for its audience, in the portal's frame, as long as its module runs. */
class ProgramPagesIT {

    private static final String OVERVIEW = "/my/programs/studio-recognition/overview";
    private static final String JAR = "studio-recognition.jar";
    private static final Pattern STYLES = Pattern.compile("/programs/studio-recognition/files/[^\"]+/css/studio\\.css");

    private final RunningPortal portal = RunningPortal.get();
    private final Reader reader = new Reader(portal);

    @TempDir
    private Path away;

    @Test
    void anApplicantReadsItInThePortalsFrame() throws Exception {
        HttpResponse<String> page = reader.get(OVERVIEW, "applicant03");

        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("<title>工作室概况 · 天目</title>"));
        assertTrue(page.body().contains("每年要做到") && page.body().contains("名师带徒"));
        assertEquals("no-store", page.headers().firstValue("Cache-Control").orElse(""));
        assertTrue(page.headers().allValues("Set-Cookie").isEmpty(), "it opened a session");
    }

    @Test
    void aUnitWithoutAStudioIsLedToTheOpenCall() throws Exception {
        String page = reader.get(OVERVIEW, "applicant04").body();

        assertTrue(page.contains("您的单位还没有技能大师工作室"));
        assertTrue(page.contains("/notices"));
    }

    @Test
    void itSpeaksEnglish() throws Exception {
        String page = reader.get(OVERVIEW, "applicant03", "Cookie", "lang=en").body();

        assertTrue(page.contains("<title>Our Studio · ") && page.contains("Asked of a studio each year"));
    }

    @Test
    void itsAudienceFindsItInTheNavigationAndNobodyElse() throws Exception {
        String link = "href=\"" + OVERVIEW + "\"";

        assertTrue(reader.get("/my", "applicant03").body().contains(link));
        assertTrue(reader.get("/notices", "applicant03").body().contains(link));
        assertFalse(reader.get("/", null).body().contains(link));
        assertFalse(reader.get("/desk", "officer01").body().contains(link));
    }

    @Test
    void whoIsNotSignedInIsLedToSignInAndOthersAreRefused() throws Exception {
        HttpResponse<String> visitor = reader.get(OVERVIEW, null);
        assertEquals(302, visitor.statusCode());
        assertTrue(visitor.headers().firstValue("Location").orElse("").contains("/login?to="));
        for (String account : new String[] {"officer01", "expert01", "leader01", "admin01"}) {
            assertEquals(403, reader.get(OVERVIEW, account).statusCode(), account);
        }
    }

    @Test
    void aPageThatNeverWasIsNotFoundUnderAnyAudience() throws Exception {
        for (String address : new String[] {
            "/my/programs/studio-recognition/nothing", "/my/programs/nothing/overview",
        }) {
            assertEquals(404, reader.get(address, "applicant03").statusCode(), address);
        }
        assertEquals(404, reader.get("/programs/studio-recognition/overview", null).statusCode());
        assertEquals(404, reader.get("/desk/programs/studio-recognition/overview", "officer01").statusCode());
    }

    @Test
    void itIsReadOnly() throws Exception {
        assertEquals(405, reader.send("POST", OVERVIEW, "applicant03").statusCode());
    }

    @Test
    void itsFilesAreKeptForAYearUnderTheirGenerationsAddressAlone() throws Exception {
        Matcher styles = STYLES.matcher(reader.get(OVERVIEW, "applicant03").body());
        assertTrue(styles.find());

        HttpResponse<String> css = reader.get(styles.group(), null);
        HttpResponse<String> old = reader.get("/programs/studio-recognition/files/x-1/css/studio.css", null);

        assertEquals(200, css.statusCode());
        assertEquals("public, max-age=31536000, immutable", css.headers().firstValue("Cache-Control").orElse(""));
        assertTrue(css.headers().firstValue("Content-Type").orElse("").startsWith("text/css"));
        assertEquals("nosniff", css.headers().firstValue("X-Content-Type-Options").orElse(""));
        assertEquals(css.body(), old.body());
        assertEquals("no-cache", old.headers().firstValue("Cache-Control").orElse(""));
    }

    @Test
    void nothingOfTheModuleButItsFilesFolderIsServed() throws Exception {
        for (String path : new String[] {
            "program.xml", "../program.xml", "%2e%2e/program.xml", "css/../../program.xml", "css/none.css", "css/", "",
            "pages/overview.xhtml", "css/studio.css/", "css%5c..%5cprogram.xml"
        }) {
            int status = reader.get("/programs/studio-recognition/files/x-1/" + path, null).statusCode();
            assertTrue(status == 404 || status == 400, path + " " + status);
        }
    }

    @Test
    void whenItsModuleIsTakenOutAPageOfOursSaysWhatStaysReadable() throws Exception {
        Path jar = portal.home().resolve("modules").resolve(JAR);
        Path kept = Files.copy(jar, away.resolve(JAR));
        try {
            Files.delete(jar);
            Reader.await(() -> reader.get(OVERVIEW, "applicant03").statusCode() == 410);

            HttpResponse<String> gone = reader.get(OVERVIEW, "applicant03");
            assertTrue(gone.body().contains("本事项的模块已停用"));
            assertTrue(gone.body().contains("href=\"/rosters/studio-recognition\""));
            assertTrue(gone.body().contains("href=\"/my\""));
            assertFalse(gone.body().contains("href=\"" + OVERVIEW + "\""), "the menu still has it");
            assertEquals(404, reader.get("/my/programs/studio-recognition/nothing", "applicant03").statusCode());
            assertEquals(302, reader.get(OVERVIEW, null).statusCode());
            assertEquals(200, reader.get("/rosters/studio-recognition", null).statusCode());
        } finally {
            drop(kept, jar);
        }
        Reader.await(() -> reader.get(OVERVIEW, "applicant03").statusCode() == 200);
    }

    private static void drop(Path from, Path to) throws IOException {
        Path half = to.resolveSibling(to.getFileName() + ".tmp");
        Files.copy(from, half, StandardCopyOption.REPLACE_EXISTING);
        Files.move(half, to, StandardCopyOption.REPLACE_EXISTING);
    }
}
