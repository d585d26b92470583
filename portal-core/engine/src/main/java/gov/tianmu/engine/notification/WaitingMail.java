package gov.tianmu.engine.notification;

import gov.tianmu.engine.notification.mail.MailFailedException;
import gov.tianmu.engine.notification.mail.MailMessage;
import gov.tianmu.engine.notification.mail.MailTransport;
import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.spi.value.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The mail that waits to go out, one transaction each, so that one that fails holds up no other. */
@ApplicationScoped
public class WaitingMail {

    private static final Logger LOG = Logger.getLogger(WaitingMail.class.getName());

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    @Inject
    private MailTransport transport;

    @Inject
    private PortalClock clock;

    /** The ids of mail whose time has come, oldest first. */
    @Transactional
    public List<String> due(int most) {
        return em.createQuery(
                        "select m.id from OutboxMessage m where m.sentAt is null and m.nextAt <= :now"
                                + " and m.attempts < :most order by m.createdAt",
                        String.class)
                .setParameter("now", clock.now())
                .setParameter("most", OutboxMessage.MOST_ATTEMPTS)
                .setMaxResults(most)
                .getResultList();
    }

    /** Sends one, unless another node did meanwhile. */
    @Transactional
    public void send(String id) {
        OutboxMessage message = em.find(OutboxMessage.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (message == null || message.isSent()) {
            return;
        }
        Locale locale = Locale.SIMPLIFIED_CHINESE;
        try {
            transport.send(new MailMessage(
                    new EmailAddress(message.address()),
                    MessageWords.subject(message.event(), message.args(), locale),
                    MessageWords.body(message.event(), message.args(), locale),
                    Optional.of(id)));
            message.sent(clock.now());
        } catch (MailFailedException failed) {
            message.failed(failed.getMessage(), clock.now());
            if (failed.isFinal()) {
                message.giveUp();
            }
            // The address is personal and stays out of the log.
            LOG.log(Level.WARNING, () -> "mail " + id + " not delivered, attempt " + message.getAttempts());
        }
    }
}
