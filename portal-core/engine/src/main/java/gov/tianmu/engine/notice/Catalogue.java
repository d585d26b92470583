package gov.tianmu.engine.notice;

import gov.tianmu.engine.audit.AuditTrail;
import gov.tianmu.engine.audit.Deed;
import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.modules.FrozenNotice;
import gov.tianmu.engine.modules.NoticeStarted;
import gov.tianmu.engine.modules.NoticeStopped;
import gov.tianmu.engine.modules.Notices;
import gov.tianmu.spi.definition.CallDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps the list of notices and calls in step with the modules that run: a notice that starts is published and its
 * calls are opened; one that stops is withdrawn and its calls are closed. Nothing is ever deleted.
 */
@ApplicationScoped
public class Catalogue {

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    @Inject
    private AuditTrail audit;

    @Inject
    private Notices notices;

    @Transactional
    public void publish(@Observes NoticeStarted started) {
        FrozenNotice frozen = started.notice();
        String id = frozen.definition().id();
        Notice notice = em.find(Notice.class, id);
        boolean same = notice != null
                && notice.isLive()
                && notice.getDefinitionHash().equals(frozen.hash());
        if (same) {
            return;
        }
        if (notice == null) {
            notice = new Notice(id);
            notice.publish(frozen.definition(), frozen.hash());
            em.persist(notice);
            // Calls refer to it by its id alone, so nothing else tells the order of the inserts.
            em.flush();
        } else {
            notice.publish(frozen.definition(), frozen.hash());
        }
        openCalls(id, frozen.definition().calls());
        audit.append(Actor.system(), new Deed("notice.published", id, "", frozen.hash()));
    }

    private void openCalls(String noticeId, List<CallDefinition> definitions) {
        Set<String> defined = new HashSet<>();
        int ordinal = 0;
        for (CallDefinition definition : definitions) {
            defined.add(definition.id());
            Call call = em.find(Call.class, definition.id());
            boolean isNew = call == null;
            if (isNew) {
                call = new Call(definition.id(), noticeId);
            }
            call.open(definition, ordinal++);
            if (isNew) {
                em.persist(call);
            }
        }
        callsOf(noticeId).stream().filter(c -> !defined.contains(c.getId())).forEach(Call::close);
    }

    @Transactional
    public void withdraw(@Observes NoticeStopped stopped) {
        withdraw(stopped.notice().definition().id());
    }

    /** Withdraws what was live when the portal stopped and whose module is not there any more. Once, after the start. */
    @Transactional
    public void settle() {
        Set<String> running = new HashSet<>();
        notices.live().forEach(n -> running.add(n.definition().id()));
        em.createQuery("select n.id from Notice n where n.live = true", String.class).getResultList().stream()
                .filter(id -> !running.contains(id))
                .forEach(this::withdraw);
    }

    private void withdraw(String noticeId) {
        Notice notice = em.find(Notice.class, noticeId);
        if (notice == null || !notice.isLive()) {
            return;
        }
        notice.withdraw();
        callsOf(noticeId).forEach(Call::close);
        audit.append(Actor.system(), new Deed("notice.withdrawn", noticeId, notice.getDefinitionHash(), ""));
    }

    private List<Call> callsOf(String noticeId) {
        return em.createQuery("select c from Call c where c.noticeId = :notice", Call.class)
                .setParameter("notice", noticeId)
                .getResultList();
    }
}
