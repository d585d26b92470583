package gov.tianmu.acceptance.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import gov.tianmu.acceptance.running.RunningPortal;
import gov.tianmu.acceptance.walk.pages.Officer;
import gov.tianmu.acceptance.walk.pages.PortalBrowser;
import gov.tianmu.acceptance.walk.pages.SampleApplication;
import gov.tianmu.acceptance.walk.pages.SampleFiles;
import gov.tianmu.acceptance.walk.pages.SectionForm;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The applicant's half of the walk: from the open call to the receipt, and what bad input and bad luck get. */
class ApplicantIT {

    private static final String CALL = "2023-26-recognition";
    private static final Pattern CASE = Pattern.compile("/my/cases/(\\d{4}-\\d+)");

    private static PortalBrowser browser;

    @BeforeAll
    static void openTheBrowser() {
        browser = PortalBrowser.at(RunningPortal.get().url());
    }

    @AfterAll
    static void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void anApplicantFillsInTheWholeFormHandsItInAndMendsWhatIsReturned() throws Exception {
        Page page = browser.signedIn("applicant01", "/my/apply?call=" + CALL);
        String number = begin(page);
        new SampleApplication(browser, page, number).fillAll();

        browser.goTo(page, "/my/cases/" + number + "/check");
        assertThat(page.locator("#summary")).hasCount(0);
        assertThat(page.locator("h1")).hasText("沈立川数控铣工技能大师工作室");
        noBarriers(page);
        page.getByText("提交申报").last().click();

        assertThat(page).hasURL(Pattern.compile("/my/cases/" + number + "/receipt$"));
        assertThat(page.locator(".receipt")).containsText(number);
        noBarriers(page);

        browser.goTo(page, "/my/cases/" + number);
        assertThat(page.locator("main")).containsText("已提交，待受理");
        noBarriers(page);
        browser.goTo(page, "/my/messages");
        assertThat(page.locator(".inbox li").first()).containsText(number);
        browser.goTo(page, "/my/cases/" + number + "/sections/unit");
        assertThat(page.locator("[name='contact-name']")).hasCount(0);
        assertThat(page.locator("main")).containsText("周文彬");

        Officer officer = new Officer(RunningPortal.get(), "officer01");
        officer.pin(number, "contact-mobile", "联系人手机打不通，请换成能接通的号码。");
        officer.pin(number, "document:licence", "营业执照看不清，请重新扫描上传。");
        officer.returnCase(number, "2023-04-28");
        mend(page, number);
    }

    /** Only what was pinned can be changed, and says the officer's words; then it goes back. */
    private static void mend(Page page, String number) {
        browser.goTo(page, "/my");
        Locator todo = page.locator(".todo").filter(new Locator.FilterOptions()
                .setHas(page.locator("a[href='/my/cases/" + number + "']")));
        assertThat(todo).containsText("需要补正");
        todo.locator("a").click();
        assertThat(page.locator(".pins li")).hasCount(2);
        noBarriers(page);
        page.locator(".pins a").first().click();
        assertThat(page.locator("#form input[name]:not([type=hidden]), #form select[name], #form textarea[name]"))
                .hasCount(1);
        assertThat(page.locator("[data-path='contact-mobile'] .pinned")).containsText("打不通");
        assertThat(page.locator("[data-document='document:licence'] .pinned")).containsText("看不清");
        noBarriers(page);
        SectionForm form = new SectionForm(page);
        form.fill("contact-mobile", "13900009999").untilSaved();
        page.locator("[data-document='document:licence'] [data-drop]").click();
        page.locator("[data-confirm-yes]").click();
        assertThat(page.locator("[data-document='document:licence'] [data-file]"))
                .hasCount(0);
        form.upload("document:licence", SampleFiles.pdf("营业执照（重扫）.pdf"));

        browser.goTo(page, "/my/cases/" + number + "/check");
        page.getByText("重新提交").last().click();
        assertThat(page.locator(".receipt h1")).hasText("已重新提交");
    }

    @Test
    void aWarningPassesWithAStatedReason() {
        Page page = browser.signedIn("applicant04", "/my/apply?call=" + CALL);
        String number = begin(page);
        SampleApplication application = new SampleApplication(browser, page, number);
        application.fillAll();
        application
                .open("leader")
                .fill("leader-birth", "1964-06")
                .fill("leader-resident-id", SampleApplication.residentId("19640615", "121"))
                .untilSaved();
        browser.goTo(page, "/my/cases/" + number + "/check");
        page.getByText("提交申报").last().click();
        assertThat(page.locator("[role=alert]")).containsText("尚未提交");
        page.locator("textarea[name='reason:leader-birth']").fill("绝技传承需要，单位已安排接替人选。");
        noBarriers(page);
        page.getByText("提交申报").last().click();
        assertThat(page.locator(".receipt")).containsText(number);
    }

    @Test
    void aDraftComesBeforeANewApplication() {
        Page page = browser.signedIn("applicant02", "/my/apply?call=" + CALL);
        String number = begin(page);
        browser.goTo(page, "/my");
        Locator call = page.locator(".call").first();
        assertThat(call.locator("a.ui-button, button").first()).hasText("继续申报");
        assertThat(call.locator("a.ui-button, button").nth(1)).hasText("另起一份");
        noBarriers(page);
        call.locator("a.ui-button").first().click();
        assertTrue(page.url().contains("/my/cases/"), page.url());
        assertTrue(!number.isEmpty());
    }

    @Test
    void readingAnAddressBeginsNoCase() {
        Page page = browser.signedIn("applicant03", "/my/apply?call=" + CALL);
        browser.goTo(page, "/my/apply?call=" + CALL);
        browser.goTo(page, "/my");
        assertThat(page.locator("#drafts")).hasCount(0);
    }

    @Test
    void aWrongCheckDigitIsToldBesideTheFieldAndInTheSummary() {
        Page page = browser.signedIn("applicant02", "/my/apply?call=" + CALL);
        SectionForm form = new SampleApplication(browser, page, begin(page)).open("leader");
        String right = SampleApplication.residentId("19800615", "121");
        String wrong = right.substring(0, 17) + (right.charAt(17) == '1' ? '2' : '1');
        form.fill("leader-resident-id", wrong).untilSaved();
        assertThat(form.objection("leader-resident-id")).containsText("校验");
        assertThat(page.locator("#summary a")).hasCount(1);
        assertThat(form.control("leader-resident-id")).hasAttribute("aria-invalid", "true");
        form.fill("leader-resident-id", right).untilSaved();
        assertThat(form.objection("leader-resident-id")).hasCount(0);
        assertThat(page.locator("#summary")).isHidden();
    }

    @Test
    void theTwoLevelChoiceAsksForWhatFitsTheFirst() {
        Page page = browser.signedIn("applicant02", "/my/apply?call=" + CALL);
        SectionForm form = new SampleApplication(browser, page, begin(page)).open("unit");
        Locator funding = page.locator("[data-path='institution-funding']");
        Locator ownership = page.locator("[data-path='enterprise-ownership']");
        assertThat(funding).isHidden();
        form.choose("unit-nature", "institution");
        assertThat(funding).isVisible();
        form.choose("unit-nature", "enterprise").untilSaved();
        assertThat(funding).isHidden();
        page.reload();
        assertThat(ownership).isVisible();
        assertThat(page.locator("[name='unit-name']")).hasCount(0);
    }

    @Test
    void whatIsTypedWithoutAConnectionIsKeptAndSavedWhenItIsBack() {
        Page page = browser.signedIn("applicant02", "/my/apply?call=" + CALL);
        SectionForm form = new SampleApplication(browser, page, begin(page)).open("leader");
        page.context().setOffline(true);
        form.fill("leader-name", "沈立川");
        assertThat(form.state()).hasAttribute("data-state", "failed");
        page.context().setOffline(false);
        form.untilSaved();
        page.reload();
        assertThat(form.control("leader-name")).hasValue("沈立川");
    }

    @Test
    void aSessionThatEndsCostsNoInput() {
        Page page = browser.signedIn("applicant02", "/my/apply?call=" + CALL);
        SectionForm form = new SampleApplication(browser, page, begin(page)).open("leader");
        page.context().clearCookies();
        form.fill("leader-trade", "工具钳工");
        Locator again = page.locator("#n-session a");
        assertThat(again).isVisible();
        again.click();
        browser.signIn(page, "applicant02");
        form.untilSaved();
        assertThat(form.control("leader-trade")).hasValue("工具钳工");
        page.reload();
        assertThat(form.control("leader-trade")).hasValue("工具钳工");
    }

    @Test
    void whenTheSameAnswerWasChangedElsewhereThePersonChooses() {
        Page here = browser.signedIn("applicant02", "/my/apply?call=" + CALL);
        String number = begin(here);
        SectionForm mine = new SampleApplication(browser, here, number).open("leader");
        Page there = browser.signedIn("applicant02", "/my/cases/" + number + "/sections/leader");
        new SectionForm(there).fill("leader-name", "沈立山").untilSaved();

        mine.fill("leader-name", "沈立川");
        assertThat(here.locator("#n-elsewhere")).containsText("沈立山");
        assertThat(mine.control("leader-name")).hasValue("沈立川");
        here.getByText("用我填的").click();
        mine.untilSaved();
        there.reload();
        assertThat(new SectionForm(there).control("leader-name")).hasValue("沈立川");
    }

    @Test
    void aProgramCalledAPdfIsRefusedAndItsNameStays() {
        Page page = browser.signedIn("applicant02", "/my/apply?call=" + CALL);
        SectionForm form = new SampleApplication(browser, page, begin(page)).open("unit");
        form.choose("document:licence", SampleFiles.renamedProgram("营业执照.pdf"));
        Locator line = form.requirement("document:licence");
        assertThat(line).containsText("没有传上");
        assertThat(line.locator("[data-failed]")).containsText("营业执照.pdf");
        assertThat(line.locator("[role=alert]")).containsText("程序文件");
        form.choose("document:licence", SampleFiles.empty("空.pdf"));
        assertThat(line.locator("[role=alert]")).containsText("空的");
        form.upload("document:licence", SampleFiles.pdf("营业执照.pdf"));
        assertThat(line).containsText("已上传");
    }

    @Test
    void aRowIsRemovedOnlyWhenThePersonSaysSo() {
        Page page = browser.signedIn("applicant02", "/my/apply?call=" + CALL);
        SectionForm form = new SampleApplication(browser, page, begin(page)).open("team");
        String row = form.addRow("team");
        form.fill("team[" + row + "].name", "周晓峰").untilSaved();
        page.locator("[data-remove]").click();
        page.getByText("先不移除").click();
        assertThat(form.rows("team")).hasCount(1);
        page.locator("[data-remove]").click();
        page.locator("[data-confirm-yes]").click();
        assertThat(form.rows("team")).hasCount(0);
        form.untilSaved();
        page.reload();
        assertThat(form.rows("team")).hasCount(0);
    }

    @Test
    void anUnfinishedApplicationCannotBeHandedInAndEachProblemLeadsToItsField() {
        Page page = browser.signedIn("applicant02", "/my/apply?call=" + CALL);
        String number = begin(page);
        browser.goTo(page, "/my/cases/" + number + "/check");
        assertThat(page.locator(".dock button")).isDisabled();
        assertThat(page.locator(".dock")).containsText("还不能提交");
        page.locator("#summary a").filter(new Locator.FilterOptions().setHasText("邮编")).click();
        assertThat(page.locator("[name=postcode]")).isFocused();
        noBarriers(page);
    }

    @Test
    void anotherOrganisationsCaseIsNotThere() {
        Page own = browser.signedIn("applicant02", "/my/apply?call=" + CALL);
        String number = begin(own);
        Page other = browser.signedIn("applicant03", "/my");
        Response response = other.navigate(RunningPortal.get().at("/my/cases/" + number).toString());
        assertEquals(404, response.status());
    }

    @Test
    void theFormFitsASmallScreenAndHasNoBarriers() {
        Page page = browser.signedIn("applicant02", "/my/apply?call=" + CALL, 390);
        String number = begin(page);
        SampleApplication application = new SampleApplication(browser, page, number);
        for (String section : List.of("unit", "leader", "experience", "team", "plan")) {
            SectionForm form = application.open(section);
            if (section.equals("team")) {
                form.addRow("team");
                form.untilSaved();
            }
            assertEquals(
                    390,
                    ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue(),
                    "no sideways scrolling in " + section);
            noBarriers(page);
        }
    }

    /** Presses the button that begins an application and says the case's number. */
    private static String begin(Page page) {
        page.locator(".call button").first().click();
        page.waitForURL(CASE);
        Matcher number = CASE.matcher(page.url());
        assertTrue(number.find(), page.url());
        return number.group(1);
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
