package gov.tianmu.acceptance.program;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.acceptance.running.RunningPortal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Reads the portal's pages as somebody. */
final class Reader {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RunningPortal portal;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Reader(RunningPortal portal) {
        this.portal = portal;
    }

    /** A page as an account sees it; as a visitor does, for none. */
    HttpResponse<String> get(String path, String account, String... headers) throws Exception {
        return request("GET", path, account, headers);
    }

    HttpResponse<String> send(String method, String path, String account) throws Exception {
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

    void await(Condition condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < deadline, "it did not come within " + PATIENCE);
            Thread.sleep(100);
        }
    }

    /** Something that comes about, or not. */
    interface Condition {

        boolean holds() throws Exception;
    }
}
