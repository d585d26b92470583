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
import gov.tianmu.acceptance.walk.pages.PortalBrowser;
import gov.tianmu.acceptance.walk.pages.SampleApplication;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The officer's half of the walk: from the queue to the roster, and two officers at one case. */
class OfficerIT {

    private static final String APPLICANT = "applicant05";
    private static final String STUDIO = "沈立川数控铣工技能大师工作室";
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
    void aCaseGoesFromTheQueueToTheRoster() throws Exception {
        String number = handedIn();
        Page officer = browser.signedIn("officer01", "/desk");
        noBarriers(officer);
        browser.goTo(officer, "/desk/cases?q=" + number);
        assertThat(officer.locator(".queue tbody tr")).hasCount(1);
        officer.locator(".queue .td-head a").click();
        assertThat(officer.locator("h1")).containsText(STUDIO);
        noBarriers(officer);

        personalAnswersAreShownOneByOne(officer);
        itIsReturnedWithPins(officer);
        mended(number);
        theOfficerSeesBeforeAndAfter(officer, number);
        theSecondOfficerIsToldOfTheFirst(officer, number);
        itIsRecommendedAndListed(officer);
        theListIsOpened(officer);
        theClockIsMovedPastTheEnd();
        theDecisionEntersTheRoster(officer);
    }

    private static void personalAnswersAreShownOneByOne(Page officer) {
        Locator mobile = line(officer, "representative-mobile");
        assertThat(mobile.locator(".val")).hasText("138****1234");
        mobile.locator(".reveal").click();
        assertThat(mobile.locator(".val")).hasText("13800001234");
        assertThat(line(officer, "contact-mobile").locator(".val")).hasText("139****5678");
    }

    private static void itIsReturnedWithPins(Page officer) {
        pin(officer, "work-plan", "请写明每年的目标。");
        pin(officer, "document:licence", "请上传加盖公章的复印件。");
        assertThat(officer.locator(".dock")).containsText("退回补正（2条）");
        assertThat(officer.locator(".dock button[value=accept]")).hasCount(0);
        noBarriers(officer);
        officer.locator("[data-dialog=dlg-return]").click();
        assertThat(officer.locator("#due")).hasValue(Pattern.compile("2023-\\d\\d-\\d\\d"));
        officer.locator("button[value=return]").click();
        assertThat(officer.locator("h1 .tag")).hasText("补正中");
    }

    private static void theOfficerSeesBeforeAndAfter(Page officer, String number) {
        browser.goTo(officer, "/desk/cases/" + number + "?view=changes");
        assertThat(line(officer, "work-plan").locator(".diff ins")).containsText("每年培养三名");
        assertThat(line(officer, "document:licence")).containsText("这一项没有改动");
        assertThat(line(officer, "postcode")).hasCount(0);
        noBarriers(officer);
        line(officer, "work-plan").locator("button[value^=confirm]").click();
        assertThat(officer.locator("[data-part=news]")).containsText("已确认改好");
    }

    private static void theSecondOfficerIsToldOfTheFirst(Page first, String number) {
        Page second = browser.signedIn("officer02", "/desk/cases/" + number);
        browser.goTo(first, "/desk/cases/" + number);
        first.locator(".dock button[value=accept]").click();
        assertThat(first.locator("h1 .tag")).hasText("已受理");

        second.locator("[data-dialog=dlg-decline]").click();
        second.locator("#reason").fill("材料仍不齐全。");
        second.locator("button[value=decline]").click();
        Locator news = second.locator("[data-part=news]");
        assertThat(news).containsText("您的操作没有生效");
        assertThat(news).containsText("材料仍不齐全。");
        assertThat(second.locator("h1 .tag")).hasText("已受理");
    }

    private static void itIsRecommendedAndListed(Page officer) {
        officer.locator("[data-dialog=dlg-opinion]").click();
        officer.locator("[name=favourable][value=yes]").check();
        officer.locator("#opinion").fill("经现场考察和评审，同意推荐。");
        officer.locator("#dlg-opinion button[value=opinion]").click();
        officer.locator(".dock button[value=list]").click();
        assertThat(officer.locator("h1 .tag")).hasText("拟公示");
    }

    private static void theListIsOpened(Page officer) {
        browser.goTo(officer, "/desk/publicity");
        Locator list = list(officer);
        assertThat(list).containsText("至少5个工作日");
        noBarriers(officer);
        officer.waitForNavigation(() -> list.locator("input[name^='first.']").press("Enter"));
        assertThat(list.locator("tbody tr")).hasCount(1);
        list.locator("[data-dialog^=open-]").click();
        list.locator("dialog button[value^=open]").click();
        assertThat(officer.locator("[role=status]")).containsText("名单已公示");
    }

    private static void theClockIsMovedPastTheEnd() {
        Page admin = browser.signedIn("admin01", "/admin");
        noBarriers(admin);
        // Past the end whichever day the walks before this one had moved the shared portal to.
        admin.locator("#day").fill("2023-05-08");
        admin.locator("button[value=clock]").click();
        assertThat(admin.locator("[role=status]")).containsText("2023年5月8日");
        admin.locator("button[value=audit]").click();
        assertThat(admin.locator("[role=status]")).containsText("没有改动");
    }

    private static void theDecisionEntersTheRoster(Page officer) {
        browser.goTo(officer, "/desk/publicity");
        Locator list = list(officer);
        list.locator("[data-dialog^=decide-]").click();
        list.locator("dialog button[value^=decide]").click();
        assertThat(officer.locator("[role=status]")).containsText("已进入名录");
        browser.goTo(officer, "/rosters/studio-recognition");
        assertThat(officer.locator("main")).containsText(STUDIO);
    }

    @Test
    void aPersonOfAnotherRoleGetsTheForbiddenPage() {
        Page officer = browser.signedIn("officer01", "/desk");
        Response refused = officer.navigate(RunningPortal.get().at("/admin").toString());
        assertEquals(403, refused.status());
        assertEquals(
                404,
                officer.navigate(RunningPortal.get().at("/desk/cases/1999-0001").toString()).status());
    }

    @Test
    void theModulesAreListedWithTheirStateAndHistory() {
        Page admin = browser.signedIn("admin01", "/admin/modules");
        assertThat(admin.locator(".mods tbody")).containsText("gov.tianmu.studio-recognition");
        assertThat(admin.locator(".hist tbody")).containsText("启用");
        noBarriers(admin);
    }

    private static Locator line(Page page, String target) {
        return page.locator(".a[data-target='" + target + "']");
    }

    private static Locator list(Page page) {
        return page.locator(".list").filter(new Locator.FilterOptions().setHasText(STUDIO));
    }

    private static void pin(Page officer, String target, String words) {
        line(officer, target).locator(".pin [data-pin]").click();
        officer.locator("#pin-words").fill(words);
        officer.locator("button[value=pin]").click();
        assertThat(line(officer, target).locator("textarea[name^='request.']")).hasValue(words);
    }

    /** A whole application, handed in through the applicant's pages. */
    private static String handedIn() {
        Page page = browser.signedIn(APPLICANT, "/my/apply?call=2023-26-recognition");
        page.locator(".call button").first().click();
        page.waitForURL(CASE);
        Matcher number = CASE.matcher(page.url());
        assertTrue(number.find(), page.url());
        new SampleApplication(browser, page, number.group(1)).fillAll();
        browser.goTo(page, "/my/cases/" + number.group(1) + "/check");
        page.getByText("提交申报").last().click();
        page.waitForURL(Pattern.compile(".*/receipt$"));
        return number.group(1);
    }

    /** The applicant mends one of the two, over REST, and hands in again. */
    private static void mended(String number) throws IOException, InterruptedException {
        HttpResponse<String> read = send(request("/api/v1/cases/" + number).GET());
        String seen = read.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> saved = send(request("/api/v1/cases/" + number + "/answers")
                .header("If-Match", seen)
                .method("PATCH", json("{\"work-plan\":\"每年培养三名高级工，解决薄壁件装夹难题。\"}")));
        assertEquals(200, saved.statusCode(), saved.body());
        HttpResponse<String> submitted = send(request("/api/v1/cases/" + number + "/submission")
                .POST(json("{\"reason\":\"已按要求补正。\"}")));
        assertEquals(201, submitted.statusCode(), submitted.body());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(RunningPortal.get().at(path))
                .header("Authorization", "Bearer " + RunningPortal.get().token(APPLICANT))
                .header("Content-Type", "application/json");
    }

    private static HttpRequest.BodyPublisher json(String body) {
        return HttpRequest.BodyPublishers.ofString(body);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
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
