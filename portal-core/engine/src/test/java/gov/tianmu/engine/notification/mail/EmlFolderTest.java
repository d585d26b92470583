package gov.tianmu.engine.notification.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.spi.value.EmailAddress;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmlFolderTest {

    private static final Instant NOW = Instant.parse("2023-04-20T01:02:03.456Z");
    private static final MailMessage MESSAGE = new MailMessage(
            new EmailAddress("zhang@example.com"),
            "您的申报件已受理：张三丰陶瓷工艺技能大师工作室（临人社发〔2023〕26号）",
            "您好：\n\n申报件 LA-2023-0001 已受理。\n𠮷䶮\n" + "很长的一行".repeat(300) + "\n",
            Optional.of("7d3c1c5e-4b42-4c5c-9b3f-0d7a0e7f2a10"));

    @TempDir
    Path home;

    private EmlFolder folder;

    @BeforeEach
    void prepare() {
        folder = new EmlFolder(
                home.resolve("mail"), PortalClock.apartBy(Clock.fixed(NOW, ZoneOffset.UTC), Duration.ZERO));
    }

    @Test
    void writesALetterThatAMailProgramReadsBackAsItWas() throws Exception {
        folder.send(MESSAGE);
        MimeMessage letter = read(files().get(0));
        assertEquals(MESSAGE.subject(), letter.getSubject());
        assertEquals(MESSAGE.body(), ((String) letter.getContent()).replace("\r\n", "\n"));
        assertEquals("zhang@example.com", letter.getRecipients(Message.RecipientType.TO)[0].toString());
        assertEquals("天目 Tianmu", ((InternetAddress) letter.getFrom()[0]).getPersonal());
        assertEquals(NOW.getEpochSecond(), letter.getSentDate().toInstant().getEpochSecond());
        assertEquals("<7d3c1c5e-4b42-4c5c-9b3f-0d7a0e7f2a10@portal.invalid>", letter.getMessageID());
        assertEquals("auto-generated", letter.getHeader("Auto-Submitted", null));
    }

    @Test
    void writesNothingThatAnOldMailServerWouldStumbleOver() throws Exception {
        folder.send(MESSAGE);
        String raw = Files.readString(files().get(0), StandardCharsets.ISO_8859_1);
        assertTrue(raw.chars().allMatch(character -> character < 128), "headers and body are ASCII on the wire");
        assertTrue(raw.lines().allMatch(line -> line.length() <= 998));
        assertTrue(raw.contains("MIME-Version: 1.0"));
    }

    @Test
    void namesFilesSoThatTheySortByTime() throws Exception {
        folder.send(MESSAGE);
        folder.send(MESSAGE);
        List<String> names =
                files().stream().map(file -> file.getFileName().toString()).toList();
        assertEquals(
                List.of(
                        "20230420T010203.456Z-000001-7d3c1c5e-4b42-4c5c-9b3f-0d7a0e7f2a10.eml",
                        "20230420T010203.456Z-000002-7d3c1c5e-4b42-4c5c-9b3f-0d7a0e7f2a10.eml"),
                names);
    }

    @Test
    void givesAMailWithoutAnIdOne() throws Exception {
        folder.send(new MailMessage(MESSAGE.to(), "a", "b", Optional.empty()));
        assertTrue(read(files().get(0)).getMessageID().matches("<[0-9a-f-]{36}@portal\\.invalid>"));
    }

    @Test
    void lettersCannotBeMadeToCarryAnotherHeader() throws Exception {
        folder.send(new MailMessage(MESSAGE.to(), "hello\r\nBcc: other@example.com", "body", Optional.empty()));
        MimeMessage letter = read(files().get(0));
        assertEquals("hello Bcc: other@example.com", letter.getSubject());
        assertEquals(1, letter.getAllRecipients().length);
        assertThrows(
                IllegalArgumentException.class,
                () -> new MailMessage(MESSAGE.to(), "a", "b", Optional.of("../../etc/passwd")));
    }

    @Test
    void saysThatAMailWasNotWritten() throws Exception {
        Files.writeString(home.resolve("mail"), "a file in the folder's place");
        MailFailedException failure = assertThrows(MailFailedException.class, () -> folder.send(MESSAGE));
        assertFalse(failure.isFinal());
        assertFalse(failure.getMessage().contains("zhang"));
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> found = Files.list(home.resolve("mail"))) {
            return found.sorted().toList();
        }
    }

    private static MimeMessage read(Path file) throws Exception {
        try (InputStream content = Files.newInputStream(file)) {
            return new MimeMessage(Session.getInstance(new Properties()), content);
        }
    }
}
