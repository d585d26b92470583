package gov.tianmu.web.site;

import gov.tianmu.engine.notice.BrowseNotices;
import gov.tianmu.engine.notice.CallView;
import gov.tianmu.engine.notice.NoticeView;
import gov.tianmu.engine.publicity.BrowsePublicities;
import gov.tianmu.engine.publicity.PublicityView;
import gov.tianmu.engine.roster.BrowseRoster;
import gov.tianmu.web.display.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;

/** The home page: what can be applied to, the latest notices, what is being made public, the rosters. */
@Named
@RequestScoped
public class Home {

    private static final int NOTICES = 5;
    private static final int PUBLICITIES = 3;

    @Inject
    private BrowseNotices browseNotices;

    @Inject
    private Texts texts;

    @Inject
    private BrowsePublicities browsePublicities;

    @Inject
    private BrowseRoster browseRoster;

    private List<NoticeView> notices;
    private List<PublicityView> publicities;
    private List<BrowseRoster.RosterSummary> rosters;

    @PostConstruct
    void read() {
        notices = browseNotices.latest(NOTICES);
        publicities = browsePublicities.running(PUBLICITIES);
        rosters = browseRoster.rosters();
    }

    /** The calls of the latest notices that are open, will open, or wait for their program. */
    public List<CallCard> getCalls() {
        return notices.stream()
                .flatMap(notice -> notice.calls().stream())
                .filter(call -> call.state() != CallView.State.CLOSED)
                .map(CallCard::new)
                .sorted(Comparator.comparingInt(CallCard::rank))
                .toList();
    }

    public List<NoticeRow> getNotices() {
        return notices.stream().map(notice -> NoticeRow.of(notice, texts)).toList();
    }

    public List<PublicityRow> getPublicities() {
        return publicities.stream().map(PublicityRow::new).toList();
    }

    public List<BrowseRoster.RosterSummary> getRosters() {
        return rosters;
    }
}
