package gov.tianmu.web.site;

import gov.tianmu.engine.publicity.BrowsePublicities;
import gov.tianmu.engine.publicity.PublicityView;
import gov.tianmu.engine.usecase.PageOf;
import gov.tianmu.engine.usecase.PageRequest;
import gov.tianmu.web.page.Pager;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** The lists before the public, and those that were. */
@Named
@RequestScoped
public class PublicityList {

    private static final int PAGE_SIZE = 20;

    @Inject
    private BrowsePublicities browsePublicities;

    @Inject
    private Query query;

    private PageOf<PublicityView> found;
    private Pager pager;

    @PostConstruct
    void read() {
        PageRequest page = new PageRequest(query.page(), PAGE_SIZE);
        found = browsePublicities.list(page);
        pager = new Pager(found.total(), page, "/publicities", Map.of());
    }

    public List<PublicityRow> getRows() {
        return found.items().stream().map(PublicityRow::new).toList();
    }

    public Pager getPager() {
        return pager;
    }
}
