package gov.tianmu.web.desk;

import gov.tianmu.engine.roster.BrowseRoster;
import gov.tianmu.engine.roster.RosterEntry;
import gov.tianmu.engine.usecase.PageOf;
import gov.tianmu.engine.usecase.PageRequest;
import gov.tianmu.spi.definition.Text;
import gov.tianmu.web.page.PageTurn;
import gov.tianmu.web.page.Pager;
import gov.tianmu.web.page.PostedForm;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The rosters as the bureau looks them up: all programs, and one program's titles. They are public anyway. */
@Named("deskRosters")
@RequestScoped
public class RosterDesk {

    private static final int PAGE_SIZE = 20;

    @Inject
    private BrowseRoster browse;

    @Inject
    private DeskCounts counts;

    @Inject
    private PostedForm asked;

    @Inject
    private PageTurn turn;

    private List<BrowseRoster.RosterSummary> rosters;
    private PageOf<BrowseRoster.Row> found;
    private Pager pager;

    /** Reads the list of rosters. The counts of the navigation hold the page's access rule up. */
    public void openAll() {
        counts.getWaiting();
        rosters = browse.rosters();
    }

    /** Reads one page of a roster. */
    public void openOne() {
        counts.getWaiting();
        if (!browse.exists(getProgram())) {
            turn.missing();
        }
        String page = asked.text("page");
        PageRequest request = new PageRequest(page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1, PAGE_SIZE);
        found = browse.list(
                getProgram(),
                new BrowseRoster.Filter(getWords(), OptionalInt.empty(), standing(), ""),
                request);
        pager = new Pager(
                found.total(),
                request,
                "/desk/rosters/" + getProgram(),
                Map.of("q", getWords(), "standing", getStanding()));
    }

    private Optional<RosterEntry.Standing> standing() {
        return Stream.of(RosterEntry.Standing.values())
                .filter(each -> each.code().equals(asked.text("standing").toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    public List<BrowseRoster.RosterSummary> getRosters() {
        return rosters;
    }

    public String getProgram() {
        return asked.text("program");
    }

    public Text getTitle() {
        return browse.titleOf(getProgram());
    }

    public List<RosterRowOfDesk> getRows() {
        return found.items().stream().map(RosterRowOfDesk::new).toList();
    }

    public Pager getPager() {
        return pager;
    }

    public String getWords() {
        String words = asked.text("q").strip();
        return words.length() <= 100 ? words : words.substring(0, 100);
    }

    public String getStanding() {
        return standing().map(RosterEntry.Standing::code).orElse("");
    }

    public List<String> getStandings() {
        return Stream.of(RosterEntry.Standing.values()).map(RosterEntry.Standing::code).toList();
    }
}
