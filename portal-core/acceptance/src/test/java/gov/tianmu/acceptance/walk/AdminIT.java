package gov.tianmu.acceptance.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import gov.tianmu.acceptance.modules.StudioVariant;
import gov.tianmu.acceptance.running.RunningPortal;
import gov.tianmu.acceptance.walk.pages.PortalBrowser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The administrator's walk: a module is uploaded, looked at, applied, rolled back, stopped, started, removed, put back.
 */
class AdminIT {

    private static final String STUDIO = "/admin/modules/" + StudioVariant.MODULE;
    private static final String NOTICE_NAME = "gov.tianmu.notice-2023-26";
    private static final String NOTICE_FILE = "notice-2023-26.jar";
    private static final String NOTICE_TITLE = "技能大师工作室认定及评估工作的通知";

    private static RunningPortal portal;
    private static PortalBrowser browser;

    @TempDir
    private Path away;

    @BeforeAll
    static void openTheBrowser() {
        portal = RunningPortal.get();
        browser = PortalBrowser.at(portal.url());
    }

    @AfterAll
    static void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aModuleIsUploadedLookedAtAppliedAndRolledBack() throws Exception {
        Page admin = browser.signedIn("admin01", "/admin/modules");
        noBarriers(admin);
        Path jar = StudioVariant.of(portal, away, "1.1.0", "label=\"传真号码\"", "label=\"传真号码（没有可以不填）\"");
        admin.locator("a[href$='ask=upload']").click();
        noBarriers(admin);
        admin.locator("#file").setInputFiles(jar);
        admin.locator("#upload [type=submit]").click();
        admin.waitForURL(Pattern.compile(".*/admin/modules/proposals/.*"));

        assertThat(admin.locator(".verd")).containsText("可以升级");
        assertThat(admin.locator(".chk")).containsText("签名");
        assertThat(admin.locator(".chg")).containsText("没有可以不填");
        noBarriers(admin);
        Download report = admin.waitForDownload(() -> admin.locator("footer a[href$='?download']").click());
        assertEquals(StudioVariant.MODULE + "-1.1.0-report.json", report.suggestedFilename());
        browser.goTo(admin, "/admin/modules");
        assertThat(admin.locator("tr.ui-state-highlight")).containsText("1.1.0");
        admin.locator("tr.ui-state-highlight .act a").click();
        admin.locator("button[value=apply]").click();
        assertThat(admin.locator("[role=status]")).containsText("已启用 1.1.0");
        assertThat(admin.locator(".hist tbody tr").first()).containsText("admin01");
        noBarriers(admin);

        admin.locator("a[href$='ask=rollback']").click();
        noBarriers(admin);
        admin.locator("button[value=rollback]").click();
        assertThat(admin.locator("[role=status]")).containsText("已回退到 1.0.0");
        assertThat(admin.locator("a[href$='ask=rollback']")).hasCount(0);
        assertThat(admin.locator("a[href$='ask=change']")).hasText("换到 1.1.0");
        admin.locator("a[href$='ask=change']").click();
        assertThat(admin.locator("dialog h2")).containsText("换到 1.1.0");
        noBarriers(admin);
        admin.locator("button[value=change]").click();
        assertThat(admin.locator("[role=status]")).containsText("已换到 1.1.0");
        assertThat(admin.locator(".hist tbody tr").first()).containsText("换到 1.1.0");
        admin.locator("a[href$='ask=rollback']").click();
        admin.locator("button[value=rollback]").click();
        assertThat(admin.locator("[role=status]")).containsText("已回退到 1.0.0");
    }

    @Test
    void aFileThatIsNoModuleIsToldInTheDialogAndAnUploadCanBeDiscarded() throws Exception {
        Page admin = browser.signedIn("admin01", "/admin/modules?ask=upload", 390);
        Path text = Files.writeString(away.resolve("文字.jar"), "只是文字");
        admin.locator("#file").setInputFiles(text);
        admin.locator("#upload [type=submit]").click();
        assertThat(admin.locator("#upload [role=alert]").first()).containsText("这不是模块");
        noBarriers(admin);

        Path bad = StudioVariant.of(
                portal, away, "1.2.0", "name-field=\"studio-name\"", "name-field=\"no-such-field\"");
        admin.locator("#file").setInputFiles(bad);
        admin.locator("#upload [type=submit]").click();
        assertThat(admin.locator(".verd")).containsText("不能启用");
        assertThat(admin.locator(".chk .err").first()).containsText(Pattern.compile("program\\.xml 第\\d+行"));
        assertThat(admin.locator("button[value=apply]")).hasCount(0);
        assertThat(admin.locator("dialog header")).containsText("自称 " + StudioVariant.MODULE + " 1.2.0（未经核实）");
        noBarriers(admin);
        admin.locator("button[value=discard]").click();
        assertThat(admin.locator("[role=status]")).containsText("已放弃");
        assertThat(admin.locator("tr.ui-state-highlight")).hasCount(0);
    }

    @Test
    void aProgramIsStoppedOnlyOnceWhoNeedsItWasNamedAndStartsAgain() {
        Page admin = browser.signedIn("admin01", STUDIO);
        admin.locator("a[href$='ask=stop']").click();
        assertThat(admin.locator("dialog")).containsText(NOTICE_TITLE);
        noBarriers(admin);
        // Somebody who ticks nothing is not heard, whatever the browser lets through.
        admin.evaluate("document.querySelector('dialog form').noValidate = true");
        admin.locator("button[value=stop]").click();
        assertThat(admin.locator("dialog [role=alert]")).containsText(NOTICE_TITLE);
        admin.locator("dialog [name=despite]").check();
        admin.locator("button[value=stop]").click();
        try {
            assertThat(admin.locator("[role=status]")).containsText("已停用");
            assertThat(admin.locator("h1 .tag")).hasText("已停用");
            browser.goTo(admin, "/admin/modules");
            assertThat(admin.locator(".mod-n")).containsText("在等它需要的模块");
        } finally {
            browser.goTo(admin, STUDIO + "?ask=start");
            admin.locator("button[value=start]").click();
        }
        assertThat(admin.locator("[role=status]")).containsText("已启用");
        assertThat(admin.locator("h1 .tag")).hasText("已启用");
    }

    @Test
    void aNoticeIsRemovedAndPutBack() throws Exception {
        Path file = portal.home().resolve("modules").resolve(NOTICE_FILE);
        Path kept = Files.copy(file, away.resolve(NOTICE_FILE));
        try {
            Page admin = browser.signedIn("admin01", "/admin/modules/" + NOTICE_NAME + "?ask=remove");
            assertThat(admin.locator("dialog")).containsText("办件");
            noBarriers(admin);
            admin.locator("button[value=remove]").click();
            assertThat(admin.locator("[role=status]")).containsText("模块已移除");
            assertThat(admin.locator(".mods tbody")).not().containsText(NOTICE_NAME);
            assertThat(admin.locator(".hist tbody tr").first()).containsText("admin01");

            admin.locator("a[href$='ask=upload']").click();
            admin.locator("#file").setInputFiles(kept);
            admin.locator("#upload [type=submit]").click();
            assertThat(admin.locator(".verd")).containsText("可以启用");
            admin.locator("button[value=apply]").click();
            assertThat(admin.locator("h1 .tag")).hasText("已启用");
        } finally {
            putBack(kept, file);
        }
    }

    @Test
    void aForeignPageCannotUploadOnTheAdministratorsBehalf() throws Exception {
        Page admin = browser.signedIn("admin01", "/admin/modules?ask=upload");
        admin.evaluate("document.querySelector('[name=csrf]').value = 'guessed'");
        admin.locator("#file").setInputFiles(StudioVariant.of(portal, away, "1.1.1"));
        admin.locator("#upload [type=submit]").click();
        assertThat(admin.locator("#upload [role=alert]").first()).containsText("页面已过期");
        browser.goTo(admin, "/admin/modules");
        assertThat(admin.locator("tr.ui-state-highlight")).hasCount(0);
    }

    @Test
    void whoIsNoAdministratorSeesNoModule() throws Exception {
        Page auditor = browser.signedIn("auditor01", "/admin");
        for (String address : List.of("/admin/modules", STUDIO, "/admin/modules/proposals/x")) {
            assertEquals(403, auditor.navigate(portal.at(address).toString()).status(), address);
        }
        HttpResponse<String> visitor = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(portal.url() + "/admin/proposals"))
                                .POST(HttpRequest.BodyPublishers.ofString("x"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertEquals(302, visitor.statusCode());
    }

    /** Under the name it had, for the walks that look for it there. */
    private static void putBack(Path kept, Path file) throws Exception {
        Path uploaded = file.resolveSibling(NOTICE_NAME + ".jar");
        if (!Files.exists(file)) {
            Path half = file.resolveSibling(NOTICE_FILE + ".tmp");
            Files.copy(kept, half, StandardCopyOption.REPLACE_EXISTING);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
            Files.deleteIfExists(uploaded);
        }
    }

    /** No finding of WCAG 2.2 A or AA. */
    private static void noBarriers(Page page) {
        List<Rule> found = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations();
        assertEquals(
                List.of(),
                found.stream().map(r -> r.getId() + " " + r.getNodes().get(0).getHtml()).toList(),
                page.url());
    }
}
