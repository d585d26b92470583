package gov.tianmu.web.site;

import gov.tianmu.engine.notice.BrowseNotices;
import gov.tianmu.engine.notice.NoticeView;
import gov.tianmu.engine.usecase.PageOf;
import gov.tianmu.engine.usecase.PageRequest;
import gov.tianmu.web.display.Texts;
import gov.tianmu.web.page.Pager;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** The list of notices, newest first. */
@Named
@RequestScoped
public class NoticeList {

    private static final int PAGE_SIZE = 20;

    @Inject
    private BrowseNotices browseNotices;

    @Inject
    private Query query;

    @Inject
    private Texts texts;

    private PageOf<NoticeView> found;
    private Pager pager;

    @PostConstruct
    void read() {
        PageRequest page = new PageRequest(query.page(), PAGE_SIZE);
        found = browseNotices.list(query.words(), page);
        pager = new Pager(found.total(), page, "/notices", Map.of("q", query.words()));
    }

    public List<NoticeRow> getRows() {
        return found.items().stream()
                .map(notice -> NoticeRow.of(notice, texts))
                .toList();
    }

    public Pager getPager() {
        return pager;
    }
}
