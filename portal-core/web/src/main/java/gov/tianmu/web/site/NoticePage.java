package gov.tianmu.web.site;

import gov.tianmu.engine.notice.BrowseNotices;
import gov.tianmu.engine.notice.NoticeText;
import gov.tianmu.spi.definition.NoticeDefinition;
import gov.tianmu.web.notice.Outline;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** One notice, with its text, contents, attachments, calls and contacts; or one of its attachments. */
@Named
@RequestScoped
public class NoticePage {

    @Inject
    private BrowseNotices browseNotices;

    @Inject
    private Query query;

    @Inject
    private PublicPages pages;

    private Optional<NoticeText> notice;
    private Optional<Outline> outline = Optional.empty();

    @PostConstruct
    void read() {
        notice = browseNotices.read(query.text("id"));
        int ordinal = query.number("attachment", 0);
        if (ordinal > 0) {
            outline = notice.flatMap(found -> browseNotices.attachment(found.view().id(), ordinal))
                    .filter(text -> !text.isBlank())
                    .map(Outline::of);
        } else {
            outline = notice.map(found -> Outline.of(found.text()));
        }
    }

    /** Called before the page is drawn: an unknown notice is no page. */
    public void check() {
        if (outline.isEmpty()) {
            pages.missing();
        }
    }

    public NoticeDefinition getDefinition() {
        return notice.orElseThrow().definition();
    }

    /** Whether the notice was withdrawn; it stays readable. */
    public boolean isWithdrawn() {
        return !notice.orElseThrow().view().live();
    }

    public Outline getOutline() {
        return outline.orElseThrow();
    }

    public List<CallCard> getCalls() {
        return NoticeRow.cards(notice.orElseThrow().view());
    }

    /** The attachment shown, on an attachment's page. */
    public NoticeDefinition.Attachment getAttachment() {
        int ordinal = query.number("attachment", 0);
        return getDefinition().attachments().stream()
                .filter(each -> each.ordinal() == ordinal)
                .findFirst()
                .orElseThrow();
    }
}
