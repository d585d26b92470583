package gov.tianmu.acceptance.container;

import static gov.tianmu.acceptance.container.People.APPLICANT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.engine.notification.WaitingMail;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Mail leaves the outbox once, after its transaction, and again when it could not. */
class MailIT extends OnServer {

    private static final Path MAIL = Path.of(System.getProperty("PORTAL_HOME", "var")).resolve("mail");

    @Inject
    private WaitingMail waiting;

    @Test
    void aSubmissionReachesTheApplicantAsOneFile() throws Exception {
        String number = application.handedIn(APPLICANT);
        awaitSent(number);
        String id = idOf(number);
        List<Path> files = filesOf(id);
        assertEquals(1, files.size(), files::toString);
        String mail = Files.readString(files.get(0), StandardCharsets.ISO_8859_1);
        assertTrue(mail.contains("applicant01@example.org"), mail);
        assertTrue(mail.contains(id), mail);
    }

    @Test
    void aMailSentByEightNodesAtOnceGoesOutOnce() throws Exception {
        String number = application.handedIn(APPLICANT);
        String id = idOf(number);
        List<Callable<Void>> nodes = IntStream.range(0, 8)
                .<Callable<Void>>mapToObj(i -> () -> {
                    waiting.send(id);
                    return null;
                })
                .toList();
        crowd.atOnce(nodes);
        awaitSent(number);
        assertEquals(1, filesOf(id).size());
        assertEquals(1, tables.count("outbox_message where id = ? and attempts = 1", id));
    }

    @Test
    void aMailThatCannotLeaveIsTriedAgainWithGrowingPauses() throws Exception {
        Path aside = MAIL.resolveSibling("mail.aside");
        Files.createDirectories(MAIL);
        Files.move(MAIL, aside);
        // A file where the folder should be: nothing can be written.
        Files.writeString(MAIL, "");
        String number;
        String id;
        try {
            number = application.handedIn(APPLICANT);
            id = idOf(number);
            awaitAttempts(id, 1);
            assertEquals(0, tables.count("outbox_message where id = ? and failure is null", id));
            clock.standAt(MORNING.plusSeconds(29));
            Thread.sleep(Duration.ofMillis(2500).toMillis());
            assertEquals(1, tables.count("outbox_message where id = ? and attempts = 1", id));
            clock.standAt(MORNING.plusSeconds(30));
            awaitAttempts(id, 2);
            clock.standAt(MORNING.plusSeconds(30 + 59));
            Thread.sleep(Duration.ofMillis(2500).toMillis());
            assertEquals(1, tables.count("outbox_message where id = ? and attempts = 2", id));
        } finally {
            Files.delete(MAIL);
            Files.move(aside, MAIL);
        }
        clock.standAt(MORNING.plusSeconds(30 + 60));
        awaitSent(number);
        assertEquals(1, filesOf(id).size());
        assertEquals(1, tables.count("outbox_message where id = ? and attempts = 3 and failure is null", id));
    }

    private String idOf(String number) throws Exception {
        List<String> ids = tables.words("select id from outbox_message where case_number = ?", number);
        assertEquals(1, ids.size());
        return ids.get(0);
    }

    private void awaitSent(String number) throws Exception {
        await("outbox_message where case_number = ? and sent_at is not null", number);
    }

    private void awaitAttempts(String id, int attempts) throws Exception {
        await("outbox_message where id = ? and attempts = " + attempts, id);
    }

    private void await(String fromWhere, String value) throws Exception {
        for (int turn = 0; turn < 300; turn++) {
            if (tables.count(fromWhere, value) == 1) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("not within half a minute: " + fromWhere + " " + value);
    }

    private static List<Path> filesOf(String id) throws IOException {
        try (var files = Files.list(MAIL)) {
            return files.filter(f -> f.getFileName().toString().endsWith(id + ".eml"))
                    .toList();
        }
    }
}
