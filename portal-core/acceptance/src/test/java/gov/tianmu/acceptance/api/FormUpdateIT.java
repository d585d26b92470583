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
import gov.tianmu.testing.ModuleJar;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
        Path fresh = ModuleJar.copyOf(kept)
                .unsigned()
                .version("1.1.0")
                .replace("program.xml", FAX, WEB)
                .replace("program.xml", "</program>", GIVEN_UP + "</program>")
                .replace("messages_en.properties", "field.fax.label = Fax\n", "")
                .write(away.resolve("fresh.jar"));
        portal.sign(fresh);
        drop(fresh);
        awaitForm("web");
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
