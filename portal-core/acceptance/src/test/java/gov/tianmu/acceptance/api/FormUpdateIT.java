package gov.tianmu.acceptance.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import gov.tianmu.acceptance.api.RestClient.Answer;
import gov.tianmu.acceptance.running.RunningPortal;
import gov.tianmu.acceptance.walk.pages.PortalBrowser;
import gov.tianmu.acceptance.walk.pages.SectionForm;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The form's module is replaced while an applicant fills in the form it had. */
class FormUpdateIT {

    private static final String ACCOUNT = "applicant06";
    private static final String PROGRAM = "studio-recognition.jar";
    private static final String FAX = "<phone id=\"fax\" label=\"传真号码\" personal=\"false\"/>";
    private static final String WEB = "<text id=\"web\" label=\"单位网址\" required=\"true\"/>";
    private static final String GIVEN_UP = "<migration from=\"[1.0,1.1)\"><drop field=\"fax\"/></migration>";

    private final RunningPortal portal = RunningPortal.get();
    private final Applicant applicant = new Applicant(portal, ACCOUNT, 6);

    @TempDir
    private Path away;

    private Path kept;

    @BeforeEach
    void beginByTheOldForm() throws IOException {
        kept = Files.copy(jar(), away.resolve(PROGRAM));
        applicant.begin();
        change("fax", "0571-63721234");
    }

    @AfterEach
    void putTheOldFormBack() throws Exception {
        drop(kept);
        awaitForm("fax");
        applicant.api().delete(applicant.path("")).expect(200);
    }

    private Path jar() {
        return portal.home().resolve("modules").resolve(PROGRAM);
    }

    @Test
    void theApiTellsWhatChangedAndMovesADraftOnce() throws Exception {
        assertFalse(update().getBoolean("available"));
        dropNewForm();

        JsonObject update = update();
        assertEquals("1.0.0 1.1.0", update.getString("from") + " " + update.getString("to"));
        assertTrue(update.getBoolean("mayMove"));
        assertEquals("dropped", update.getJsonArray("effects").getJsonObject(0).getString("kind"));
        String stale = "\"" + (Long.parseLong(applicant.tag().replace("\"", "")) - 1) + "\"";
        applicant.api().with("If-Match", stale).post(applicant.path("form-update")).expect(412);
        RestClient once = applicant.api().with("Idempotency-Key", "move-" + applicant.number());
        Answer moved = once.post(applicant.path("form-update")).expect(200);
        Answer again = once.post(applicant.path("form-update")).expect(200);

        assertEquals("true", again.header("Idempotency-Replayed"));
        assertEquals(moved.header("ETag"), again.header("ETag"));
        assertEquals("form.current", applicant.api().post(applicant.path("form-update")).expect(409).code());
        assertFalse(update().getBoolean("available"));
    }

    @Test
    void whoHasTheOldFormOpenGoesOnTypingIsToldAndMoves() throws Exception {
        try (PortalBrowser browser = PortalBrowser.at(portal.url())) {
            String address = "/my/cases/" + applicant.number();
            Page page = browser.signedIn(ACCOUNT, address + "/sections/unit");
            SectionForm form = new SectionForm(page);
            dropNewForm();

            form.fill("fax", "0571-63725678").untilSaved();
            assertEquals("0571-63725678", applicant.api().get(applicant.path("answers")).json().getString("fax"));

            browser.goTo(page, "/my");
            assertThat(page.locator(".entries li").filter(new Locator.FilterOptions()
                            .setHasText(applicant.number())))
                    .containsText("申报表有新版");
            browser.goTo(page, address);
            assertThat(page.locator("#form-update")).containsText("申报表更新到 1.1.0版");
            assertThat(page.locator("#form-update")).containsText("新增：单位网址");
            assertThat(page.locator("#form-update")).containsText("不再需要：传真号码");
            assertThat(page.locator("#form-update")).containsText("“传真号码”不再需要，填写的内容不再保留。");
            page.locator("#form-update [name=move]").click();
            assertThat(page.locator("main")).containsText("已换用 1.1.0版申报表");
            assertThat(page.locator("#form-update")).hasCount(0);
            assertThat(page.locator(".tl")).containsText("换用新版申报表");
            browser.goTo(page, address + "/sections/unit");
            assertThat(form.control("web")).isVisible();
            assertThat(form.control("fax")).hasCount(0);
        }
    }

    private JsonObject update() {
        return applicant.api().get(applicant.path("form-update")).expect(200).json();
    }

    private void change(String field, String value) {
        applicant
                .api()
                .with("If-Match", applicant.tag())
                .patch(applicant.path("answers"), Json.createObjectBuilder().add(field, value).build())
                .expect(200);
    }

    private void dropNewForm() throws Exception {
        Path fresh = away.resolve("fresh.jar");
        try (JarFile from = new JarFile(kept.toFile(), false);
                JarOutputStream to = new JarOutputStream(Files.newOutputStream(fresh), newer(new Manifest(from.getManifest())))) {
            for (JarEntry entry : Collections.list(from.entries())) {
                if (entry.isDirectory() || entry.getName().matches("META-INF/(MANIFEST\\.MF|.*\\.(SF|RSA|EC|DSA))")) {
                    continue;
                }
                String text = new String(from.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1);
                to.putNextEntry(new JarEntry(entry.getName()));
                to.write(changed(entry.getName(), text).getBytes(StandardCharsets.ISO_8859_1));
                to.closeEntry();
            }
        }
        sign(fresh);
        drop(fresh);
        awaitForm("web");
    }

    /** As an operator does it: with the key of the home. */
    private void sign(Path module) throws Exception {
        ProcessBuilder script = new ProcessBuilder("../../scripts/sign-module", module.toString());
        script.environment().put("PORTAL_HOME", portal.home().toString());
        Process signing = script.redirectErrorStream(true).start();
        String said = new String(signing.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, signing.waitFor(), said);
    }

    private static String changed(String name, String latin) {
        if (name.equals("messages_en.properties")) {
            return latin.replaceAll("(?m)^field\\.fax\\..*\\R", "");
        }
        if (!name.equals("program.xml")) {
            return latin;
        }
        String xml = new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        assertTrue(xml.contains(FAX));
        String changed = xml.replace(FAX, WEB).replace("</program>", GIVEN_UP + "</program>");
        return new String(changed.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static Manifest newer(Manifest manifest) {
        // The digests of the old signature.
        manifest.getEntries().clear();
        Attributes main = manifest.getMainAttributes();
        main.putValue("Bundle-Version", "1.1.0");
        main.putValue(
                "Provide-Capability",
                main.getValue("Provide-Capability")
                        .replace("version:Version=\"1.0.0\"", "version:Version=\"1.1.0\""));
        return manifest;
    }

    private void drop(Path fresh) throws IOException {
        Path half = jar().resolveSibling(PROGRAM + ".tmp");
        Files.copy(fresh, half, StandardCopyOption.REPLACE_EXISTING);
        Files.move(half, jar(), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Waits until the call's form asks the question. */
    private void awaitForm(String field) throws InterruptedException {
        for (int tries = 0; tries < 150; tries++) {
            if (applicant.form().toString().contains("\"" + field + "\"")) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the form with " + field + " did not come");
    }
}
