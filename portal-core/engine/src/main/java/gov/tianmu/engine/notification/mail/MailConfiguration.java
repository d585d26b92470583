package gov.tianmu.engine.notification.mail;

import gov.tianmu.engine.home.PortalHome;
import gov.tianmu.engine.time.PortalClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses how mails leave: by SMTP where {@code PORTAL_SMTP_HOST} is set, else as files in {@code PORTAL_HOME/mail}, and
 * says in the log which.
 */
@ApplicationScoped
public class MailConfiguration {

    private static final Logger LOG = System.getLogger(MailConfiguration.class.getName());

    @Produces
    @ApplicationScoped
    public MailTransport transport(PortalHome home, PortalClock clock) {
        MailTransport transport = chosen(System.getenv(), home, clock);
        LOG.log(Level.INFO, "Mails go to {0}", transport.destination());
        return transport;
    }

    static MailTransport chosen(Map<String, String> environment, PortalHome home, PortalClock clock) {
        Optional<SmtpSettings> smtp = SmtpSettings.in(environment, home.folder("keys").resolve("smtp.password"));
        return smtp.<MailTransport>map(settings -> new SmtpTransport(settings, clock))
                .orElseGet(() -> new EmlFolder(home.folder("mail"), clock));
    }
}
