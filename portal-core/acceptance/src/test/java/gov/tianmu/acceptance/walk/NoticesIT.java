package gov.tianmu.acceptance.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import gov.tianmu.acceptance.running.RunningPortal;
import gov.tianmu.acceptance.walk.pages.PortalBrowser;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two officers make next year's notice out of this year's, and correct it. */
class NoticesIT {

    private static final String NUMBER = "临人社发〔2024〕31号";
    private static final String PUBLIC = "/notices/2024-31";
    private static final Pattern DRAFT = Pattern.compile(".*/desk/notices/drafts/[0-9a-f-]{36}.*");

    /** It is saved a few seconds after one stops typing. */
    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

    private static PortalBrowser browser;

    @BeforeAll
    static void openTheBrowser() {
        browser = PortalBrowser.at(RunningPortal.get().url());
    }

    /** The walks after this one meet the notices they know. */
    @AfterAll
    static void closeTheBrowser() throws IOException {
        Files.deleteIfExists(jar());
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void nextYearsNoticeIsWrittenApprovedByAnotherAndPublished() throws Exception {
        Page writer = browser.signedIn("officer01", "/desk/notices?tab=published");
        noBarriers(writer);
        writer.locator("tr").filter(new Locator.FilterOptions().setHasText("〔2023〕26号"))
                .locator("button[value^='begin:']").click();
        writer.waitForURL(DRAFT);
        String address = pathOf(writer);
        theProposalMovesTheYear(writer);
        noBarriers(writer);
        whatIsTypedIsSavedAndPreviewedByItself(writer);
        theEnterKeySaves(writer);
        anOlderVersionIsToldAndNothingIsLost(writer, address);
        whatIsWrongIsToldAtItsField(writer);

        submit(writer);
        assertThat(writer.locator("[role=status]")).containsText("等待另一位经办人");
        browser.goTo(writer, address);
        assertThat(writer.locator(".dock")).containsText("须另一位经办人或分管领导批准");
        assertThat(writer.locator("button[value=approve]")).hasCount(0);

        Page approver = browser.signedIn("officer02", "/desk/notices");
        assertThat(approver.locator(".nav [aria-current] .ct")).hasText("1");
        approver.locator(".nds-d .td-head a").first().click();
        theApproverSeesWhatDiffers(approver);
        noBarriers(approver);
        approver.locator("[data-dialog=dlg-approve]").click();
        approver.locator("#dlg-approve button[value=approve]").click();
        assertThat(approver.locator("[role=status]")).containsText("通知已发布");
        noBarriers(approver);

        approver.locator("[role=status] a").click();
        assertThat(approver.locator(".doc-no")).hasText(NUMBER);
        assertThat(approver.locator("main")).containsText("今年另设咨询窗口。");
        assertThat(approver.locator(".open").first()).containsText("2024年技能大师工作室认定");
        theModuleIsSigned();
        aCorrectionIsReturnedAndPublished(writer, approver);
    }

    private static void theProposalMovesTheYear(Page writer) {
        assertThat(field(writer, "number")).hasValue("临人社发〔2024〕号");
        assertThat(field(writer, "title")).hasValue("关于开展2024年杭州市临安区技能大师工作室认定及评估工作的通知");
        assertThat(field(writer, "call.c1.closes")).hasValue("2024-05-08T23:59");
        assertThat(writer.locator("#f-number-e")).containsText("没有年份和序号");
        assertThat(writer.locator(".nd-v .doc-no")).hasText("临人社发〔2024〕号");
    }

    private static void whatIsTypedIsSavedAndPreviewedByItself(Page writer) {
        field(writer, "number").fill(NUMBER);
        String text = field(writer, "text").inputValue();
        field(writer, "text").fill(text + "\n今年另设咨询窗口。");
        assertThat(writer.locator(".nd-v")).containsText("今年另设咨询窗口。", PATIENTLY);
        assertThat(writer.locator(".nd-v .doc-no")).hasText(NUMBER);
        assertThat(writer.locator("#f-number-e")).hasText("");
        assertThat(writer.locator("[data-part=saved]")).containsText("已保存");
        assertThat(writer.locator("[data-part=id]")).containsText(PUBLIC);
    }

    /** A browser presses the form's first button for the Enter key; the first to be seen would take an attachment away. */
    private static void theEnterKeySaves(Page writer) {
        int attachments = writer.locator("[name^='attachment.'][name$='.title']").count();
        writer.waitForNavigation(() -> field(writer, "number").press("Enter"));
        assertThat(writer.locator("[data-part=saved]")).containsText("已保存");
        assertThat(writer.locator("[name^='attachment.'][name$='.title']")).hasCount(attachments);
        assertThat(field(writer, "number")).hasValue(NUMBER);
    }

    private static void anOlderVersionIsToldAndNothingIsLost(Page writer, String address) {
        Page other = browser.signedIn("officer02", address);
        field(other, "office").fill("就业培训科（二楼）");
        save(other);
        field(writer, "telephones").fill("89541370");
        save(writer);

        assertThat(writer.locator("[data-part=news]")).containsText("先保存了这份草稿");
        assertThat(field(writer, "telephones")).hasValue("89541370");
        assertThat(field(writer, "office")).not().hasValue("就业培训科（二楼）");
        writer.locator("button[value=overwrite]").click();
        writer.waitForURL(Pattern.compile(".*/drafts/[0-9a-f-]{36}$|.*done=saved.*"));
        assertThat(writer.locator("[data-part=news]")).not().containsText("先保存");
        assertThat(field(writer, "telephones")).hasValue("89541370");
    }

    private static void whatIsWrongIsToldAtItsField(Page writer) {
        field(writer, "call.c1.closes").fill("2024-04-01T09:00");
        field(writer, "call.c1.grant").fill("三万元");
        writer.locator("[data-dialog=dlg-submit]").click();
        writer.locator("#dlg-submit button[value=submit]").click();

        assertThat(writer.locator(".ui-messages-error li")).hasCount(2);
        assertThat(writer.locator("#f-call-c1-closes-e")).containsText("截止不晚于开始");
        assertThat(writer.locator("#f-call-c1-grant-e")).containsText("请只填数字");
        assertThat(field(writer, "call.c1.grant")).hasValue("三万元");
        noBarriers(writer);
        field(writer, "call.c1.closes").fill("2024-05-08T17:30");
        field(writer, "call.c1.grant").fill("30,000");
    }

    private static void theApproverSeesWhatDiffers(Page approver) {
        Locator changes = approver.locator("section:has(#h-changes)");
        assertThat(changes).containsText("临人社发〔2023〕26号");
        assertThat(changes).containsText(NUMBER);
        assertThat(changes.locator(".nd-t")).hasCount(1);
        assertThat(changes.locator(".nd-t")).containsText("今年另设咨询窗口。");
        assertThat(approver.locator(".doc-no")).hasText(NUMBER);
    }

    private static void theModuleIsSigned() throws Exception {
        try (var zip = new ZipFile(jar().toFile())) {
            assertTrue(zip.stream().anyMatch(entry -> entry.getName().matches("META-INF/.+\\.(EC|RSA)")), zip.getName());
        }
    }

    private static Path jar() {
        return RunningPortal.get().home().resolve("modules/gov.tianmu.notice-2024-31.jar");
    }

    private static void aCorrectionIsReturnedAndPublished(Page writer, Page approver) {
        browser.goTo(writer, "/desk/notices?tab=published");
        writer.locator("tr").filter(new Locator.FilterOptions().setHasText(NUMBER))
                .locator("button[value^='correct:']").click();
        writer.waitForURL(DRAFT);
        String address = pathOf(writer);
        field(writer, "address").fill("临安区市民中心四号楼A座101室");
        submit(writer);

        itIsReturnedWithoutScript(approver, address);
        browser.goTo(writer, address);
        assertThat(writer.locator("[data-part=news]")).containsText("请写明门牌。");
        submit(writer);

        browser.goTo(approver, address + "?ask=return");
        assertThat(approver.locator("#dlg-return:modal")).isVisible();
        noBarriers(approver);
        approver.locator("#dlg-return [data-close]").click();
        assertThat(approver.locator("#dlg-return")).isHidden();
        approver.locator("[data-dialog=dlg-return]").click();
        approver.locator("#reason").fill("请写明楼层。");
        approver.locator("#dlg-return button[value=return]").click();
        assertThat(approver.locator("[role=status]")).containsText("已退回修改");

        browser.goTo(writer, address);
        assertThat(writer.locator("[data-part=news]")).containsText("请写明楼层。");
        field(writer, "address").fill("临安区市民中心四号楼A座1楼101室");
        submit(writer);
        browser.goTo(approver, address);
        approver.locator("[data-dialog=dlg-approve]").click();
        approver.locator("#dlg-approve button[value=approve]").click();
        assertThat(approver.locator("[role=status]")).containsText("通知已发布");
        browser.goTo(approver, PUBLIC);
        assertThat(approver.locator("main")).containsText("四号楼A座1楼101室");
    }

    /** The reason that is missing is told at its field, as in the dialog that a script opens. */
    private static void itIsReturnedWithoutScript(Page approver, String address) {
        Page plain = browser.withoutScript(approver, address);
        assertThat(plain.locator("#dlg-return")).isHidden();
        plain.locator("[data-dialog=dlg-return]").click();
        plain.locator("#dlg-return [data-close]").click();
        assertThat(plain.locator("#dlg-return")).isHidden();
        plain.locator("[data-dialog=dlg-return]").click();
        plain.locator("#dlg-return button[value=return]").click();
        assertThat(plain.locator("#reason-e")).containsText("没有写明退回的理由");
        assertThat(plain.locator("#reason")).hasAttribute("aria-invalid", "true");
        plain.locator("#reason").fill("请写明门牌。");
        plain.locator("#dlg-return button[value=return]").click();
        assertThat(plain.locator("[role=status]")).containsText("已退回修改");
    }

    @Test
    void onAPhoneThePreviewIsAPageOfItsOwn() {
        Page phone = browser.signedIn("officer01", "/desk/notices?tab=published", 390);
        phone.locator("button[value^='begin:']").last().click();
        phone.waitForURL(DRAFT);
        assertThat(phone.locator(".nd-v")).isHidden();
        noBarriers(phone);
        noSideways(phone);
        phone.locator(".dock a").click();
        assertThat(phone.locator(".doc h1")).isVisible();
        noBarriers(phone);
        noSideways(phone);
        phone.locator(".crumb a").nth(1).click();
        phone.locator("[data-dialog=dlg-discard]").click();
        phone.locator("#dlg-discard button[value=discard]").click();
        assertThat(phone.locator("[role=status]")).containsText("草稿已放弃");
        noSideways(phone);
    }

    @Test
    void whoDoesNotWorkAtTheDeskDoesNotSeeIt() {
        Page applicant = browser.signedIn("applicant01", "/my");
        assertEquals(
                403,
                applicant.navigate(RunningPortal.get().at("/desk/notices").toString()).status());
    }

    private static void save(Page page) {
        page.locator(".nd-dock button[value=save]").click();
        page.waitForLoadState();
    }

    private static void submit(Page page) {
        page.locator("[data-dialog=dlg-submit]").click();
        page.locator("#dlg-submit button[value=submit]").click();
        page.waitForURL(Pattern.compile(".*/desk/notices\\?.*"));
    }

    private static Locator field(Page page, String name) {
        return page.locator("[name='" + name + "']");
    }

    private static String pathOf(Page page) {
        return URI.create(page.url()).getPath();
    }

    /** The page itself does not scroll sideways. */
    private static void noSideways(Page page) {
        assertEquals(0, page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
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
