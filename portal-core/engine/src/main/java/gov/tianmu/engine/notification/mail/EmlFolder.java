package gov.tianmu.engine.notification.mail;

import gov.tianmu.engine.home.NewFile;
import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.spi.value.EmailAddress;
import jakarta.enterprise.inject.Vetoed;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes each mail as an {@code .eml} file, which mail programs open, for a portal without an SMTP server. Names sort by
 * time, and a mail sent again (same id, same instant of the portal's clock or not) is a file of its own.
 */
@Vetoed
final class EmlFolder implements MailTransport {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final EmailAddress FROM = new EmailAddress("no-reply@portal.invalid");

    private final Path folder;
    private final PortalClock clock;
    private final Session session = Session.getInstance(new Properties());
    private final AtomicLong written = new AtomicLong();

    EmlFolder(Path folder, PortalClock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public void send(MailMessage message) throws MailFailedException {
        Instant now = clock.now();
        String id = message.id().orElseGet(() -> UUID.randomUUID().toString());
        String name = "%s-%06d-%s".formatted(TIME.format(now), written.incrementAndGet() % 1_000_000, id);
        try {
            NewFile.createFolder(folder);
            try (NewFile file = NewFile.beginAt(folder.resolve(name + ".tmp"))) {
                try (OutputStream content = new BufferedOutputStream(file.content())) {
                    new Letter(session, message, FROM, now).writeTo(content);
                }
                file.keepAs(folder.resolve(name + ".eml"));
            }
        } catch (IOException | MessagingException e) {
            throw new MailFailedException(destination() + ": " + e.getClass().getSimpleName(), false, e);
        }
    }

    @Override
    public String destination() {
        return folder.toString();
    }
}
