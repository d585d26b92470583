package gov.tianmu.engine.notice.drafting;

import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.notice.Notice;
import gov.tianmu.engine.usecase.PageOf;
import gov.tianmu.engine.usecase.PageRequest;
import gov.tianmu.engine.usecase.UseCase;
import gov.tianmu.spi.definition.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;

/** What the desk's page of notices lists: drafts that are open or done with, and every notice ever published. */
@ApplicationScoped
@UseCase(by = {Role.OFFICER, Role.LEADER})
public class ListNoticeDrafts {

    private static final List<NoticeDraft.State> OPEN =
            List.of(NoticeDraft.State.DRAFT, NoticeDraft.State.SUBMITTED, NoticeDraft.State.APPROVED);
    private static final List<NoticeDraft.State> WAITING =
            List.of(NoticeDraft.State.SUBMITTED, NoticeDraft.State.APPROVED);

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    /** A notice that is or was public. */
    public record PublishedNotice(String id, String number, Text title, LocalDate issuedOn, boolean live) {}

    /** Drafts that somebody writes or should approve, the last changed first. */
    public PageOf<NoticeDraftSummary> open(Actor actor, PageRequest page) {
        List<NoticeDraftSummary> found = em.createQuery(
                        "select d from NoticeDraft d where d.state in :states order by d.changedAt desc, d.id",
                        NoticeDraft.class)
                .setParameter("states", OPEN)
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultStream()
                .map(NoticeDraftSummary::of)
                .toList();
        return new PageOf<>(count(OPEN), found);
    }

    /** How many wait for approval. */
    public long waiting(Actor actor) {
        return count(WAITING);
    }

    /** Every notice ever published, withdrawn ones too, the newest first. */
    public PageOf<PublishedNotice> published(Actor actor, PageRequest page) {
        long total = em.createQuery("select count(n) from Notice n", Long.class).getSingleResult();
        List<PublishedNotice> found = em.createQuery(
                        "select n from Notice n order by n.issuedOn desc, n.id desc", Notice.class)
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultStream()
                .map(n -> new PublishedNotice(n.getId(), n.getNumber(), n.getTitle(), n.getIssuedOn(), n.isLive()))
                .toList();
        return new PageOf<>(total, found);
    }

    private long count(List<NoticeDraft.State> states) {
        return em.createQuery("select count(d) from NoticeDraft d where d.state in :states", Long.class)
                .setParameter("states", states)
                .getSingleResult();
    }
}
