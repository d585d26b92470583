package gov.tianmu.engine.notification;

import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.PageOf;
import gov.tianmu.engine.usecase.PageRequest;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.UseCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** A person's messages. */
@ApplicationScoped
@UseCase(
        by = {Role.APPLICANT, Role.OFFICER, Role.EXPERT, Role.LEADER, Role.ADMIN, Role.SECADMIN, Role.AUDITOR})
public class ReadInbox {

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    @Inject
    private PortalClock clock;

    /** Newest first. */
    public PageOf<InboxMessage> list(Actor actor, PageRequest page) {
        List<String> keys = Recipient.keysOf(actor);
        long total = em.createQuery("select count(m) from InboxMessage m where m.recipient in :keys", Long.class)
                .setParameter("keys", keys)
                .getSingleResult();
        return new PageOf<>(
                total,
                em.createQuery(
                                "select m from InboxMessage m where m.recipient in :keys order by m.createdAt desc, m.id",
                                InboxMessage.class)
                        .setParameter("keys", keys)
                        .setFirstResult(page.offset())
                        .setMaxResults(page.size())
                        .getResultList());
    }

    public long unread(Actor actor) {
        return em.createQuery(
                        "select count(m) from InboxMessage m where m.recipient in :keys and m.readAt is null", Long.class)
                .setParameter("keys", Recipient.keysOf(actor))
                .getSingleResult();
    }

    /** Marks a message as read; doing it again changes nothing. */
    public Outcome<InboxMessage> read(Actor actor, String id) {
        InboxMessage message = em.find(InboxMessage.class, id);
        if (message == null || !Recipient.keysOf(actor).contains(message.getRecipient())) {
            return Outcome.refused(Refusal.notFound());
        }
        message.read(clock.now());
        return Outcome.done(message);
    }
}
