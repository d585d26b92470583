package gov.tianmu.acceptance.site;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.acceptance.running.RunningPortal;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicPagesIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Pattern THEME_FILE = Pattern.compile("href=\"(/theme/portal\\.css\\?v=[0-9a-f]+)\"");

    private final RunningPortal portal = RunningPortal.get();
    private final HttpClient browser =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/notices",
                "/notices/2023-26",
                "/notices/2023-26/attachments/1",
                "/rosters/studio-recognition",
                "/publicities",
                "/search?q=%E5%8F%B6",
                "/help",
                "/accessibility"
            })
    void aVisitorGetsThePageWithoutSessionOrViewStateAndTheSecondTimeOnlyItsTag(String address) throws Exception {
        HttpResponse<String> first = get(address);
        String tag = first.headers().firstValue("ETag").orElse("");
        assertAll(
                () -> assertEquals(200, first.statusCode()),
                () -> assertTrue(first.headers().allValues("Set-Cookie").isEmpty(), "a cookie was set"),
                () -> assertFalse(first.body().contains("jakarta.faces.ViewState"), "there is a view state"),
                () -> assertTrue(tag.startsWith("W/\""), "no entity tag"),
                () -> assertEquals(
                        "public, max-age=0, must-revalidate",
                        first.headers().firstValue("Cache-Control").orElse("")),
                () -> assertEquals("zh-CN", first.headers().firstValue("Content-Language").orElse("")));
        HttpResponse<String> second = get(address, "If-None-Match", tag);
        assertEquals(304, second.statusCode());
        assertEquals("", second.body());
    }

    @Test
    void theHomePageShowsTheOpenCallAndSaysWhyTheOtherIsNotOpen() throws Exception {
        String page = get("/").body();
        // Another test may have moved the day on; the banner shows whichever it is.
        assertTrue(page.contains("演示时钟：2023年"));
        assertTrue(page.contains("/my/apply?call=2023-26-recognition"));
        assertTrue(page.contains("5月8日 23:59"));
        assertFalse(page.contains("/my/apply?call=2023-26-evaluation"));
        assertTrue(page.contains("尚未开放"));
    }

    @Test
    void theNoticeHasItsWholeTextItsContentsAndThreeAttachments() throws Exception {
        String page = get("/notices/2023-26").body();
        assertTrue(page.contains("临人社发〔2023〕26号"));
        assertTrue(page.contains("为更好的服务亚运会"));
        assertTrue(page.contains("不再保留技能大师工作室称号"));
        assertTrue(page.contains("<a href=\"#p1-3\">三、申报条件</a>"));
        for (int attachment = 1; attachment <= 3; attachment++) {
            assertTrue(page.contains("/notices/2023-26/attachments/" + attachment + "\""));
        }
    }

    @Test
    void theRosterOfNineStudiosIsNarrowedByWordsAndTrade() throws Exception {
        // The walks of other tests award titles of 2023; those of 2020 are the notice's nine.
        assertTrue(get("/rosters/studio-recognition?year=2020").body().contains("共 9 个"));
        String narrowed = get("/rosters/studio-recognition?q=%E5%8F%B6%E5%B0%8F%E6%8C%BA").body();
        assertTrue(narrowed.contains("叶小挺维修电工技能大师工作室"));
        assertFalse(narrowed.contains("徐庆丰木雕技能大师工作室"));
        assertTrue(get("/rosters/studio-recognition?trade=%E6%9C%A8%E9%9B%95").body().contains("共 1 个"));
        assertTrue(get("/rosters/studio-recognition?q=zz").body().contains("没有符合条件的结果"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/notices/nope",
                "/notices/2023-26/attachments/9",
                "/rosters/nope",
                "/publicities/nope",
                "/nope",
                "/pages/site/home.xhtml"
            })
    void whatIsNotThereGetsAPageOfOursWithoutAFaultNumber(String address) throws Exception {
        HttpResponse<String> page = get(address);
        assertEquals(404, page.statusCode());
        assertTrue(page.body().contains("没有这个页面"));
        assertFalse(page.body().contains("故障编号"));
    }

    @Test
    void whatSomebodyTypesIsShownAsTextOnly() throws Exception {
        String page = get("/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E").body();
        assertFalse(page.contains("<script>alert(1)"));
        assertTrue(page.contains("&lt;script&gt;alert(1)"));
    }

    @Test
    void theLanguageIsTheReadersChoiceNotTheBrowsers() throws Exception {
        assertTrue(get("/", "Accept-Language", "en").body().contains("lang=\"zh-CN\""));
        HttpResponse<String> english = get("/", "Cookie", "lang=en");
        assertTrue(english.body().contains("lang=\"en\""));
        assertTrue(english.body().contains("8 May, 23:59"));
        assertEquals("en", english.headers().firstValue("Content-Language").orElse(""));
    }

    @Test
    void largeTypeAndHighContrastStandOnTheFirstTagOfThePage() throws Exception {
        String page = get("/", "Cookie", "size=large; contrast=high").body();
        assertTrue(page.contains("data-size=\"large\""));
        assertTrue(page.contains("data-contrast=\"high\""));
    }

    @Test
    void aSwitchGoesBackToThePageAndNowhereElse() throws Exception {
        HttpResponse<String> back = post("/display", "size=large&back=%2Fnotices%3Fpage%3D2");
        assertEquals(303, back.statusCode());
        assertEquals("/notices?page=2", back.headers().firstValue("Location").orElse(""));
        assertTrue(back.headers().firstValue("Set-Cookie").orElse("").startsWith("size=large"));
        HttpResponse<String> elsewhere = post("/display", "size=large&back=%2F%2Fevil.example");
        assertEquals("/", elsewhere.headers().firstValue("Location").orElse(""));
    }

    @Test
    void aThemeFileIsKeptForAYearUnderItsVersion() throws Exception {
        Matcher file = THEME_FILE.matcher(get("/").body());
        assertTrue(file.find());
        assertEquals(
                "public, max-age=31536000, immutable",
                get(file.group(1)).headers().firstValue("Cache-Control").orElse(""));
    }

    private HttpResponse<String> get(String address, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(portal.at(address)).timeout(PATIENCE);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> post(String address, String form) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(portal.at(address))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return browser.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
