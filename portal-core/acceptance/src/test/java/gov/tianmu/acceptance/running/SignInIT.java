package gov.tianmu.acceptance.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Signing in and out by cookie and by bearer token, as far as it shows over HTTP. */
class SignInIT {

    private static final Pattern FORM = Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");

    private final RunningPortal portal = RunningPortal.get();
    private final HttpClient browser = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.ALWAYS)
            .cookieHandler(new LocalhostCookies())
            .build();

    @Test
    void aBearerTokenGivesTheCallersRoleAndOrganisation() throws Exception {
        HttpResponse<String> me = get("/api/v1/me", "Authorization", "Bearer " + portal.token("applicant01"));
        assertEquals(200, me.statusCode());
        assertTrue(me.body().contains("\"uscc\":\"91330112MA2TMK01XY\""), me.body());
        assertTrue(me.body().contains("\"roles\":[\"applicant\"]"), me.body());
    }

    @Test
    void aForgedBearerTokenIsAProblemAndNoLoginPage() throws Exception {
        String forged = portal.token("applicant01").replaceFirst("\\.[^.]+$", ".AAAA");
        HttpResponse<String> refused = get("/api/v1/me", "Authorization", "Bearer " + forged);
        assertEquals(401, refused.statusCode());
        assertEquals(
                "application/problem+json",
                refused.headers().firstValue("Content-Type").orElse("").split(";")[0]);
        assertTrue(refused.body().contains("/problems/token-refused"), refused.body());
    }

    @Test
    void aScriptWithoutSessionGets401InsteadOfALoginPage() throws Exception {
        HttpResponse<String> refused = get("/my", "X-Requested-With", "XMLHttpRequest");
        assertEquals(401, refused.statusCode());
        assertTrue(refused.body().contains("/problems/not-signed-in"), refused.body());
    }

    @Test
    void signingInLeadsBackToTheWantedPageAndSigningOutEndsBothSessions() throws Exception {
        HttpResponse<String> page = signIn("applicant02", "/api/v1/me");
        assertEquals(portal.at("/api/v1/me"), page.uri());
        assertTrue(page.body().contains("\"account\":\"applicant02\""), page.body());

        HttpResponse<String> home = post(portal.at("/logout"), "");
        assertEquals(portal.at("/"), home.uri());
        assertEquals(401, get("/api/v1/me", "Accept", "application/json").statusCode());
        String loginPage = get("/login?to=/", "Accept", "text/html").body();
        assertTrue(FORM.matcher(loginPage).find(), "the realm asks for the password again");
    }

    @Test
    void anAccountWithoutRoleGetsAPageThatSaysSo() throws Exception {
        HttpResponse<String> page = signIn("norole01", "/my");
        assertEquals(403, page.statusCode());
        assertTrue(page.body().contains("norole01"), page.body());
    }

    @Test
    void theAddressToGoOnToCannotLeadElsewhere() throws Exception {
        signIn("officer01", "/accessibility");
        HttpResponse<String> page = get("/login?to=//example.org/", "Accept", "text/html");
        assertEquals(portal.at("/"), page.uri());
    }

    @Test
    void aPublicPageOpensNoSession() throws Exception {
        HttpResponse<String> page = get("/accessibility", "Accept", "text/html");
        assertEquals(200, page.statusCode());
        assertTrue(page.headers().allValues("Set-Cookie").isEmpty(), page.headers().toString());
        assertTrue(page.headers().firstValue("Content-Security-Policy").isPresent());
    }

    private HttpResponse<String> signIn(String account, String to) throws IOException, InterruptedException {
        HttpResponse<String> loginPage =
                get("/login?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8), "Accept", "text/html");
        Matcher form = FORM.matcher(loginPage.body());
        assertTrue(form.find(), loginPage.body());
        return post(
                URI.create(form.group(1).replace("&amp;", "&")), "username=" + account + "&password=demo&credentialId=");
    }

    private HttpResponse<String> get(String path, String header, String value)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(portal.at(path)).header(header, value).build();
        return browser.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(URI address, String form) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return browser.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Like a browser, takes localhost for a safe place: Keycloak's cookies are marked Secure, which plain Java minds. */
    private static final class LocalhostCookies extends CookieManager {

        @Override
        public void put(URI address, Map<String, List<String>> headers) throws IOException {
            Map<String, List<String>> plain = new LinkedHashMap<>();
            headers.forEach((name, values) -> plain.put(
                    name,
                    values.stream()
                            .map(value -> value.replaceAll("(?i);\\s*secure", ""))
                            .toList()));
            super.put(address, plain);
        }
    }
}
