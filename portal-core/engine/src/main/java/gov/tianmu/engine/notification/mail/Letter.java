package gov.tianmu.engine.notification.mail;

import gov.tianmu.spi.value.EmailAddress;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** A mail in its written form (RFC 5322 and MIME): all text in UTF-8, marked as sent by a machine (RFC 3834). */
final class Letter extends MimeMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String SENDER_NAME = "天目 Tianmu";

    private final String id;

    Letter(Session session, MailMessage message, EmailAddress from, Instant now) throws MessagingException {
        super(session);
        String domain = from.value().substring(from.value().indexOf('@'));
        this.id = "<" + message.id().orElseGet(() -> UUID.randomUUID().toString()) + domain + ">";
        setFrom(sender(from));
        setRecipient(Message.RecipientType.TO, new InternetAddress(message.to().value(), true));
        setSubject(message.subject(), UTF_8);
        setSentDate(Date.from(now));
        setHeader("Auto-Submitted", "auto-generated");
        setText(message.body(), UTF_8);
        saveChanges();
    }

    private static InternetAddress sender(EmailAddress from) {
        try {
            return new InternetAddress(from.value(), SENDER_NAME, UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("Every Java platform has UTF-8", e);
        }
    }

    /** Called whenever the written form is made; the library would invent another id each time. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
