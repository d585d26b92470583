package gov.tianmu.engine.notification.mail;

import gov.tianmu.engine.time.PortalClock;
import jakarta.enterprise.inject.Vetoed;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Properties;

/** Sends by an SMTP server, one connection for each mail, each step bounded in time. */
@Vetoed
final class SmtpTransport implements MailTransport {

    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "30000";

    private final SmtpSettings settings;
    private final PortalClock clock;
    private final Session session;

    SmtpTransport(SmtpSettings settings, PortalClock clock) {
        this.settings = settings;
        this.clock = clock;
        this.session = Session.getInstance(properties(settings));
    }

    private static Properties properties(SmtpSettings settings) {
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", settings.host());
        properties.setProperty("mail.smtp.port", Integer.toString(settings.port()));
        properties.setProperty("mail.smtp.auth", Boolean.toString(settings.login().isPresent()));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(settings.startTls()));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(settings.startTls()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
        return properties;
    }

    @Override
    public void send(MailMessage message) throws MailFailedException {
        try {
            Letter letter = new Letter(session, message, settings.from(), clock.now());
            try (Transport transport = session.getTransport()) {
                String user = settings.login().map(SmtpSettings.Login::user).orElse(null);
                String password = settings.login().map(SmtpSettings.Login::password).orElse(null);
                transport.connect(user, password);
                transport.sendMessage(letter, letter.getAllRecipients());
            }
        } catch (MessagingException e) {
            throw new MailFailedException(reason(e, message), isFinal(e), e);
        }
    }

    /** A server that refuses the address itself will go on doing so; every other failure may pass. */
    private static boolean isFinal(MessagingException failure) {
        if (!(failure instanceof SendFailedException refused)) {
            return false;
        }
        Address[] invalid = refused.getInvalidAddresses();
        return invalid != null && invalid.length > 0;
    }

    private String reason(MessagingException failure, MailMessage message) {
        Exception innermost = failure;
        while (innermost instanceof MessagingException outer && outer.getNextException() != null) {
            innermost = outer.getNextException();
        }
        String said = String.valueOf(innermost.getMessage()).strip();
        return destination() + ": " + said.replace(message.to().value(), message.to().masked());
    }

    @Override
    public String destination() {
        return "smtp://" + settings.host() + ":" + settings.port();
    }
}
