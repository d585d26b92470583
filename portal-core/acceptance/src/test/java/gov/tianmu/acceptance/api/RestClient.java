package gov.tianmu.acceptance.api;

import gov.tianmu.acceptance.running.RunningPortal;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One account's calls of the API; nobody's when it has none. */
final class RestClient {

    private static final String BOUNDARY = "----tianmu-acceptance";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final RunningPortal portal;
    private final Optional<String> account;
    private final Map<String, String> headers;

    private RestClient(RunningPortal portal, Optional<String> account, Map<String, String> headers) {
        this.portal = portal;
        this.account = account;
        this.headers = headers;
    }

    static RestClient as(RunningPortal portal, String account) {
        return new RestClient(portal, Optional.of(account), Map.of());
    }

    static RestClient asNobody(RunningPortal portal) {
        return new RestClient(portal, Optional.empty(), Map.of());
    }

    /** The same caller with one more header. */
    RestClient with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new RestClient(portal, account, more);
    }

    /** What came back. */
    record Answer(int status, HttpResponse<byte[]> response) {

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        byte[] bytes() {
            return response.body();
        }

        JsonObject json() {
            try (var reader = Json.createReader(new StringReader(text()))) {
                return reader.readObject();
            }
        }

        String code() {
            return json().getString("code");
        }

        /** The answer when its status is this one; else what came instead is told. */
        Answer expect(int wanted) {
            if (status != wanted) {
                throw new AssertionError("expected " + wanted + " but got " + status + " from "
                        + response.request().method() + " " + response.uri() + ": " + text());
            }
            return this;
        }
    }

    Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody(), null);
    }

    Answer post(String path) {
        return send("POST", path, BodyPublishers.noBody(), null);
    }

    Answer post(String path, JsonObject body) {
        return send("POST", path, BodyPublishers.ofString(body.toString()), "application/json");
    }

    Answer post(String path, String body, String type) {
        return send("POST", path, BodyPublishers.ofString(body), type);
    }

    Answer put(String path, JsonObject body) {
        return send("PUT", path, BodyPublishers.ofString(body.toString()), "application/json");
    }

    Answer patch(String path, JsonObject body) {
        return send("PATCH", path, BodyPublishers.ofString(body.toString()), "application/json");
    }

    Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody(), null);
    }

    /** Uploads with the fields before the file. */
    Answer upload(String path, String requirement, String row, String fileName, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        field(body, "requirement", requirement);
        if (!row.isEmpty()) {
            field(body, "row", row);
        }
        file(body, fileName, content);
        return uploadParts(path, body);
    }

    /** Uploads with the file first. */
    Answer uploadFileFirst(String path, String requirement, String row, String fileName, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        file(body, fileName, content);
        field(body, "requirement", requirement);
        field(body, "row", row);
        return uploadParts(path, body);
    }

    /** Uploads one file under the name of a form's field. */
    Answer uploadAs(String path, String field, String fileName, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        file(body, field, fileName, content);
        return uploadParts(path, body);
    }

    private Answer uploadParts(String path, ByteArrayOutputStream body) {
        append(body, "--" + BOUNDARY + "--\r\n");
        return send(
                "POST",
                path,
                BodyPublishers.ofByteArray(body.toByteArray()),
                "multipart/form-data; boundary=" + BOUNDARY);
    }

    /** The bytes of an upload up to the end of its file's content, without the rest. */
    static byte[] beginningOfUpload(String requirement, String fileName, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        field(body, "requirement", requirement);
        file(body, fileName, content);
        byte[] all = body.toByteArray();
        byte[] beginning = new byte[all.length - 2];
        System.arraycopy(all, 0, beginning, 0, beginning.length);
        return beginning;
    }

    static String multipartType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    private static void field(ByteArrayOutputStream body, String name, String value) {
        append(body, "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n");
    }

    private static void file(ByteArrayOutputStream body, String fileName, byte[] content) {
        file(body, "file", fileName, content);
    }

    private static void file(ByteArrayOutputStream body, String field, String fileName, byte[] content) {
        append(
                body,
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        body.writeBytes(content);
        append(body, "\r\n");
    }

    private static void append(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    Answer send(String method, String path, BodyPublisher body, String type) {
        String full = path.startsWith("/") ? path : "/api/v1/" + path;
        HttpRequest.Builder request = HttpRequest.newBuilder(portal.at(full))
                .method(method, body)
                .timeout(Duration.ofSeconds(60));
        account.ifPresent(a -> request.header("Authorization", "Bearer " + portal.token(a)));
        if (type != null) {
            request.header("Content-Type", type);
        }
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response);
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
