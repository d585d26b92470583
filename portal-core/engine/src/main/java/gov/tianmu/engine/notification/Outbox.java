package gov.tianmu.engine.notification;

import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.spi.value.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Takes messages in the transaction of what they tell: told if it happened, not told if it did not. */
@ApplicationScoped
public class Outbox {

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    @Inject
    private PortalClock clock;

    @Transactional(Transactional.TxType.MANDATORY)
    public void tell(Message message) {
        Instant now = clock.now();
        em.persist(new InboxMessage(message, now));
        // An address that is none reaches nobody; the inbox still does.
        message.email()
                .flatMap(EmailAddress::parse)
                .ifPresent(address -> em.persist(new OutboxMessage(message, address.value(), now)));
    }
}
