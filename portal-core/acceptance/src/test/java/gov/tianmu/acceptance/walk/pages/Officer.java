package gov.tianmu.acceptance.walk.pages;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.acceptance.running.RunningPortal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** An officer who answers over REST, where a walk is about somebody else. */
public final class Officer {

    private final RunningPortal portal;
    private final String account;
    private final HttpClient client = HttpClient.newHttpClient();

    public Officer(RunningPortal portal, String account) {
        this.portal = portal;
        this.account = account;
    }

    public void pin(String number, String target, String request) throws Exception {
        post(number, "/corrections", "{\"target\":\"" + target + "\",\"request\":\"" + request + "\"}");
    }

    /** Returns the case with its pins; {@code due} is the last day for mending. */
    public void returnCase(String number, String due) throws Exception {
        HttpResponse<String> read = client.send(
                request(number, "").GET().build(), HttpResponse.BodyHandlers.ofString());
        String version = read.headers().firstValue("ETag").orElseThrow();
        answered(request(number, "/return")
                .header("If-Match", version)
                .POST(HttpRequest.BodyPublishers.ofString("{\"due\":\"" + due + "\"}")));
    }

    private void post(String number, String path, String json) throws Exception {
        answered(request(number, path).POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private void answered(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertTrue(answer.statusCode() < 300, answer.statusCode() + " " + answer.body());
    }

    private HttpRequest.Builder request(String number, String path) {
        return HttpRequest.newBuilder(portal.at("/api/v1/cases/" + number + path))
                .header("Authorization", "Bearer " + portal.token(account))
                .header("Content-Type", "application/json");
    }
}
