package gov.tianmu.acceptance.running;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Reads the portal's pages as somebody, and waits for what they come to say. */
public final class Reader {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RunningPortal portal;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public Reader(RunningPortal portal) {
        this.portal = portal;
    }

    /** A page as an account sees it; as a visitor does, for none. */
    public HttpResponse<String> get(String path, String account, String... headers) throws Exception {
        return request("GET", path, account, headers);
    }

    public HttpResponse<String> send(String method, String path, String account) throws Exception {
        return request(method, path, account);
    }

    private HttpResponse<String> request(String method, String path, String account, String... headers)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(portal.at(path)).method(method, HttpRequest.BodyPublishers.noBody());
        if (account != null) {
            request.header("Authorization", "Bearer " + portal.token(account));
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    public static void await(Condition condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < deadline, "it did not come within " + PATIENCE);
            Thread.sleep(100);
        }
    }

    /** Something that comes about, or not. */
    public interface Condition {

        boolean holds() throws Exception;
    }
}
