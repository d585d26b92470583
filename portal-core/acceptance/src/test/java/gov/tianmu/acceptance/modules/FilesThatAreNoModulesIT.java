package gov.tianmu.acceptance.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.acceptance.running.Reader;
import gov.tianmu.acceptance.running.RunningPortal;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lies in the modules folder and is no module at all: the console tells of each, and serves. */
class FilesThatAreNoModulesIT {

    private static final String CONSOLE = "/admin/modules";

    private final RunningPortal portal = RunningPortal.get();
    private final Path folder = portal.home().resolve("modules");
    private final Reader reader = new Reader(portal);

    /** The file, and what the console says of it. */
    private final Map<String, String> reasons = new LinkedHashMap<>();

    @BeforeEach
    void putThemIn() throws Exception {
        byte[] whole = Files.readAllBytes(folder.resolve("studio-recognition.jar"));
        put("a-letter.jar", "no jar at all".getBytes(StandardCharsets.UTF_8), "文件不完整或不是 jar");
        put("empty.jar", new byte[0], "文件不完整或不是 jar");
        put("half.jar", Arrays.copyOf(whole, whole.length / 2), "文件不完整或不是 jar");
        put("a-letter-put-aside.jar.off", "no jar at all".getBytes(StandardCharsets.UTF_8), "文件不完整或不是 jar");
        Path huge = folder.resolve("huge.jar");
        try (RandomAccessFile sparse = new RandomAccessFile(huge.toFile(), "rw")) {
            sparse.setLength(500L * 1024 * 1024);
        }
        reasons.put("huge.jar", "文件超过 50 MB");
    }

    private void put(String name, byte[] content, String reason) throws IOException {
        Path half = folder.resolve(name + ".tmp");
        Files.write(half, content);
        Files.move(half, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        reasons.put(name, reason);
    }

    @AfterEach
    void takeThemOut() throws Exception {
        for (String file : reasons.keySet()) {
            Files.deleteIfExists(folder.resolve(file));
        }
        for (String file : reasons.keySet()) {
            Reader.await(() -> !get("/api/v1/modules").contains("\"" + file + "\""));
        }
    }

    @Test
    void theConsoleTellsOfEachAndServes() throws Exception {
        for (Map.Entry<String, String> each : reasons.entrySet()) {
            Reader.await(() -> get("/api/v1/modules").contains("\"" + each.getKey() + "\""));
        }
        String list = get(CONSOLE);
        String english = get(CONSOLE, "Cookie", "lang=en");
        assertTrue(english.contains("truncated or no jar"), english);
        for (Map.Entry<String, String> each : reasons.entrySet()) {
            assertTrue(list.contains(each.getKey()), each.getKey());
            String page = get(CONSOLE + "/" + each.getKey());
            assertTrue(page.contains(each.getValue()), page);
        }
        assertTrue(get("/health/ready").contains("\"refused\":4"), "the one put aside is stopped");
        assertTrue(get("/notices").contains("/notices/2023-26"), "what ran goes on");
    }

    @Test
    void anAdministratorTakesOneOutByTheConsole() throws Exception {
        Reader.await(() -> get("/api/v1/modules").contains("\"a-letter.jar\""));

        HttpResponse<String> removed = reader.send("DELETE", "/api/v1/modules/a-letter.jar", "admin01");

        assertEquals(204, removed.statusCode(), removed.body());
        assertFalse(Files.exists(folder.resolve("a-letter.jar")));
        assertFalse(get("/api/v1/modules").contains("\"a-letter.jar\""));
        assertTrue(get(CONSOLE).contains("由管理员移除"), "the history does not tell of it");
    }

    private String get(String path, String... headers) throws Exception {
        HttpResponse<String> answer = reader.get(path, "admin01", headers);
        assertEquals(200, answer.statusCode(), path + " " + answer.body());
        return answer.body();
    }
}
