package gov.tianmu.engine.notification.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import gov.tianmu.engine.notification.mail.SmtpSettings.Login;
import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.spi.value.EmailAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmtpTransportTest {

    private static final Instant NOW = Instant.parse("2023-04-20T01:02:03Z");
    private static final EmailAddress FROM = new EmailAddress("no-reply@lin-an.example");
    private static final MailMessage MESSAGE = new MailMessage(
            new EmailAddress("zhang@example.com"), "申报件已受理", "您好：\n申报件 LA-2023-0001 已受理。", Optional.of("mail-1"));

    private GreenMail server;

    @BeforeEach
    void startServer() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Test
    void deliversALetterToTheServer() throws Exception {
        transport(Optional.empty(), false, server.getSmtp().getPort()).send(MESSAGE);
        MimeMessage[] received = server.getReceivedMessages();
        assertEquals(1, received.length);
        assertEquals("申报件已受理", received[0].getSubject());
        assertEquals(MESSAGE.body(), ((String) received[0].getContent()).replace("\r\n", "\n").strip());
        assertEquals("<mail-1@lin-an.example>", received[0].getMessageID());
        assertEquals("<no-reply@lin-an.example>", received[0].getHeader("Return-Path", null));
        assertEquals(NOW, received[0].getSentDate().toInstant());
    }

    @Test
    void logsInWhereTheServerAsksForIt() throws Exception {
        server.setUser("portal@lin-an.example", "portal", "right");
        server.getUserManager().setAuthRequired(true);
        transport(Optional.of(new Login("portal", "right")), false, server.getSmtp().getPort()).send(MESSAGE);
        assertEquals(1, server.getReceivedMessages().length);
    }

    @Test
    void failsWithAWrongPasswordButNotForGood() {
        server.setUser("portal@lin-an.example", "portal", "right");
        server.getUserManager().setAuthRequired(true);
        MailFailedException failure = assertThrows(
                MailFailedException.class,
                () -> transport(Optional.of(new Login("portal", "wrong")), false, server.getSmtp().getPort())
                        .send(MESSAGE));
        assertFalse(failure.isFinal());
        assertFalse(failure.getMessage().contains("wrong"));
        assertEquals(0, server.getReceivedMessages().length);
    }

    @Test
    void sendsNothingInTheClearWhereEncryptionIsAskedFor() {
        MailFailedException failure = assertThrows(
                MailFailedException.class,
                () -> transport(Optional.empty(), true, server.getSmtp().getPort()).send(MESSAGE));
        assertTrue(failure.getMessage().contains("STARTTLS"), failure.getMessage());
        assertEquals(0, server.getReceivedMessages().length);
    }

    @Test
    void failsForGoodWhereTheServerKnowsNoSuchMailbox() throws Exception {
        try (ScriptedSmtpServer refusing =
                new ScriptedSmtpServer("RCPT TO", "550 5.1.1 <zhang@example.com> user unknown")) {
            MailFailedException failure = assertThrows(
                    MailFailedException.class,
                    () -> transport(Optional.empty(), false, refusing.port()).send(MESSAGE));
            assertTrue(failure.isFinal());
            assertTrue(failure.getMessage().contains("user unknown"), failure.getMessage());
            assertFalse(failure.getMessage().contains("zhang@example.com"));
        }
    }

    @Test
    void failsForNowWhereTheServerIsBusy() throws Exception {
        for (String command : new String[] {"MAIL FROM", "RCPT TO", "DATA"}) {
            try (ScriptedSmtpServer busy = new ScriptedSmtpServer(command, "451 4.3.0 try again later")) {
                MailFailedException failure = assertThrows(
                        MailFailedException.class,
                        () -> transport(Optional.empty(), false, busy.port()).send(MESSAGE));
                assertFalse(failure.isFinal(), command);
                assertTrue(failure.getMessage().contains("try again later"), failure.getMessage());
            }
        }
    }

    @Test
    void failsForNowWhereNobodyListens() throws Exception {
        int port;
        try (ServerSocket closedAtOnce = new ServerSocket(0)) {
            port = closedAtOnce.getLocalPort();
        }
        MailFailedException failure = assertThrows(
                MailFailedException.class,
                () -> transport(Optional.empty(), false, port).send(MESSAGE));
        assertFalse(failure.isFinal());
        assertTrue(failure.getMessage().contains("smtp://127.0.0.1:" + port), failure.getMessage());
    }

    private static SmtpTransport transport(Optional<Login> login, boolean startTls, int port) {
        return new SmtpTransport(
                new SmtpSettings("127.0.0.1", port, startTls, login, FROM),
                PortalClock.apartBy(Clock.fixed(NOW, ZoneOffset.UTC), Duration.ZERO));
    }
}
