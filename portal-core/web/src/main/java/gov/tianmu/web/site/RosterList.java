package gov.tianmu.web.site;

import gov.tianmu.engine.roster.BrowseRoster;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The list of rosters. While there is one only, it leads straight to it. */
@Named
@RequestScoped
public class RosterList {

    @Inject
    private BrowseRoster browseRoster;

    @Inject
    private PublicPages pages;

    private List<BrowseRoster.RosterSummary> rosters;

    @PostConstruct
    void read() {
        rosters = browseRoster.rosters();
    }

    /** Called before the page is drawn. */
    public void check() {
        if (rosters.size() == 1) {
            pages.redirect("/rosters/" + rosters.get(0).programId());
        }
    }

    public List<BrowseRoster.RosterSummary> getRosters() {
        return rosters;
    }
}
