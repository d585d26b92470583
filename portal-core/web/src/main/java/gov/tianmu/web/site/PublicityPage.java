package gov.tianmu.web.site;

import gov.tianmu.engine.modules.FrozenNotice;
import gov.tianmu.engine.modules.Notices;
import gov.tianmu.engine.publicity.BrowsePublicities;
import gov.tianmu.engine.publicity.PublicityView;
import gov.tianmu.spi.definition.NoticeDefinition;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** One list before the public: its lines as frozen, the time left, how to object. */
@Named
@RequestScoped
public class PublicityPage {

    @Inject
    private BrowsePublicities browsePublicities;

    @Inject
    private Notices notices;

    @Inject
    private Query query;

    @Inject
    private PublicPages pages;

    private Optional<PublicityView> list;

    @PostConstruct
    void read() {
        list = browsePublicities.read(query.text("id"));
    }

    /** Called before the page is drawn: drafts and unknown lists are no page. */
    public void check() {
        if (list.isEmpty()) {
            pages.missing();
        }
    }

    public PublicityView getList() {
        return list.orElseThrow();
    }

    public PublicityRow getRow() {
        return new PublicityRow(getList());
    }

    /** The notice that opened the call, while its module runs; it tells whom to reach. */
    public NoticeDefinition getNotice() {
        return notices.live().stream()
                .map(FrozenNotice::definition)
                .filter(notice -> notice.calls().stream()
                        .anyMatch(call -> call.id().equals(getList().callId())))
                .findFirst()
                .orElse(null);
    }
}
