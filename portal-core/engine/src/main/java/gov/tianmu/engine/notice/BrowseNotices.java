package gov.tianmu.engine.notice;

import gov.tianmu.engine.database.LikePattern;
import gov.tianmu.engine.modules.Notices;
import gov.tianmu.engine.usecase.PageOf;
import gov.tianmu.engine.usecase.PageRequest;
import gov.tianmu.engine.usecase.UseCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The published notices and their calls, for everybody. Three queries a list, two the latest or one. */
@ApplicationScoped
@UseCase(open = true)
public class BrowseNotices {

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    @Inject
    private Calls calls;

    @Inject
    private Notices notices;

    /**
     * Notices whose module runs, newest first, with their calls.
     *
     * @param words looked for in title and number; empty for all
     */
    public PageOf<NoticeView> list(String words, PageRequest page) {
        String sought = words.strip().toLowerCase(Locale.ROOT);
        String where = " from Notice n where n.live = true";
        if (!sought.isEmpty()) {
            where += " and (lower(n.titleZh) like :words or lower(n.titleEn) like :words"
                    + " or lower(n.number) like :words)";
        }
        TypedQuery<Long> count = em.createQuery("select count(n)" + where, Long.class);
        TypedQuery<Notice> list =
                em.createQuery("select n" + where + " order by n.issuedOn desc, n.id desc", Notice.class);
        if (!sought.isEmpty()) {
            count.setParameter("words", LikePattern.containing(sought));
            list.setParameter("words", LikePattern.containing(sought));
        }
        long total = count.getSingleResult();
        List<Notice> found =
                list.setFirstResult(page.offset()).setMaxResults(page.size()).getResultList();
        return new PageOf<>(total, viewsOf(found));
    }

    /** The newest notices whose module runs, with their calls: two queries. */
    public List<NoticeView> latest(int most) {
        return viewsOf(em.createQuery(
                        "select n from Notice n where n.live = true order by n.issuedOn desc, n.id desc", Notice.class)
                .setMaxResults(most)
                .getResultList());
    }

    /** One notice with its whole text; also one that was withdrawn, then not {@code live}. */
    public Optional<NoticeText> read(String id) {
        Notice notice = em.find(Notice.class, id);
        if (notice == null) {
            return Optional.empty();
        }
        NoticeView view = viewsOf(List.of(notice)).get(0);
        var definition = notices.frozen(notice.getDefinitionHash()).definition();
        return Optional.of(new NoticeText(view, definition, text(notice, definition.text())));
    }

    /** The text of an attachment, a well-formed XHTML fragment. */
    public Optional<String> attachment(String id, int ordinal) {
        Notice notice = em.find(Notice.class, id);
        if (notice == null) {
            return Optional.empty();
        }
        return notices.frozen(notice.getDefinitionHash()).definition().attachments().stream()
                .filter(a -> a.ordinal() == ordinal)
                .findFirst()
                .map(a -> text(notice, a.text()));
    }

    private String text(Notice notice, String part) {
        return notices.part(notice.getDefinitionHash(), part)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
    }

    private List<NoticeView> viewsOf(List<Notice> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<String, List<Call>> byNotice = em.createQuery(
                        "select c from Call c where c.noticeId in :notices order by c.ordinal", Call.class)
                .setParameter("notices", found.stream().map(Notice::getId).toList())
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(Call::getNoticeId));
        return found.stream()
                .map(n -> new NoticeView(
                        n.getId(),
                        n.getNumber(),
                        n.getTitle(),
                        n.getIssuedOn(),
                        n.isLive(),
                        n.getDefinitionHash(),
                        byNotice.getOrDefault(n.getId(), List.of()).stream()
                                .map(c -> calls.viewOf(c, n.getNumber()))
                                .toList()))
                .toList();
    }
}
