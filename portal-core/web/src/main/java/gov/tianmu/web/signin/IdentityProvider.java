package gov.tianmu.web.signin;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** The district's single sign-on (Keycloak, realm {@code district}) as seen from the portal. */
@ApplicationScoped
public class IdentityProvider {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration BELIEVED_FOR = Duration.ofSeconds(3);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final URI realm;
    private volatile Glance last = new Glance(false, 0);

    private record Glance(boolean answering, long until) {}

    public IdentityProvider() {
        this(URI.create(Optional.ofNullable(System.getenv("PORTAL_REALM_URL"))
                .orElse("http://localhost:8180/realms/district")));
    }

    IdentityProvider(URI realm) {
        this.realm = realm;
    }

    /** Whether signing in can work at this moment. Asked at most every three seconds. */
    public boolean isAnswering() {
        Glance glance = last;
        if (System.nanoTime() - glance.until() < 0) {
            return glance.answering();
        }
        boolean answering = answers();
        last = new Glance(answering, System.nanoTime() + BELIEVED_FOR.toNanos());
        return answering;
    }

    private boolean answers() {
        HttpRequest request = HttpRequest.newBuilder(realm).timeout(PATIENCE).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException unreachable) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Where a browser ends its session with the realm and comes back from (OpenID Connect RP-Initiated Logout). */
    String endSession(String idToken, String backTo) {
        return realm + "/protocol/openid-connect/logout?client_id=portal&id_token_hint=" + encoded(idToken)
                + "&post_logout_redirect_uri=" + encoded(backTo);
    }

    /** The origin of the realm's pages, for the content security policy. */
    String origin() {
        return realm.getScheme() + "://" + realm.getAuthority();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
