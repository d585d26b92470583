package gov.tianmu.engine.roster;

import gov.tianmu.engine.modules.NoticeStarted;
import gov.tianmu.spi.definition.NoticeDefinition;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * Enters the titles that a notice's list names (附件3: the studios of 2020) into the roster, once. They stand for
 * evaluation: the notice publishes them because their three years are over.
 */
@ApplicationScoped
public class EarlierLists {

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    @Transactional
    public void enter(@Observes @Priority(Interceptor.Priority.APPLICATION + 100) NoticeStarted started) {
        NoticeDefinition notice = started.notice().definition();
        for (NoticeDefinition.AwardedList list : notice.lists()) {
            for (NoticeDefinition.Awarded awarded : list.entries()) {
                String id = notice.id() + ":" + list.program() + ":" + list.awardedIn() + ":" + awarded.ordinal();
                if (em.find(RosterEntry.class, id) == null) {
                    RosterEntry entry = new RosterEntry(id, list.program(), notice.id(), awarded.ordinal());
                    entry.name(awarded.name(), awarded.unit(), awarded.leader(), awarded.trade());
                    entry.awardedIn(list.awardedIn().getValue(), RosterEntry.Standing.UNDER_EVALUATION);
                    em.persist(entry);
                }
            }
        }
    }
}
