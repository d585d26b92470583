package gov.tianmu.web.site;

import gov.tianmu.engine.modules.FrozenProgram;
import gov.tianmu.engine.modules.Programs;
import gov.tianmu.engine.roster.BrowseRoster;
import gov.tianmu.engine.roster.RosterEntry;
import gov.tianmu.engine.usecase.PageOf;
import gov.tianmu.engine.usecase.PageRequest;
import gov.tianmu.spi.definition.Text;
import gov.tianmu.web.page.Pager;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One program's roster: searched, narrowed, paged. */
@Named
@RequestScoped
public class RosterPage {

    private static final int PAGE_SIZE = 20;

    @Inject
    private BrowseRoster browseRoster;

    @Inject
    private Programs programs;

    @Inject
    private Query query;

    @Inject
    private PublicPages pages;

    private String program;
    private PageOf<BrowseRoster.Row> found;
    private BrowseRoster.Facets facets;
    private Pager pager;
    private OptionalInt years;

    /** A condition that narrows the list, with the address of the list without it. */
    public record Condition(String name, String value, String without) {}

    /** A standing in the legend: its code and the shape of its tag. */
    public record Explained(String code, String tag) {}

    @PostConstruct
    void read() {
        program = query.text("program");
        PageRequest page = new PageRequest(query.page(), PAGE_SIZE);
        Map<String, String> filters = new LinkedHashMap<>();
        Stream.of("q", "year", "trade", "standing").forEach(name -> filters.put(name, query.text(name)));
        BrowseRoster.Filter filter =
                new BrowseRoster.Filter(query.words(), year(), standing(), query.text("trade"));
        found = browseRoster.list(program, filter, page);
        facets = browseRoster.facets(program);
        pager = new Pager(found.total(), page, "/rosters/" + program, filters);
        years = programs.known(program)
                .map(FrozenProgram::definition)
                .map(definition -> OptionalInt.of(definition.result().validFor().getYears()))
                .orElse(OptionalInt.empty());
    }

    /** Called before the page is drawn: a program that never was has no roster. */
    public void check() {
        if (facets.years().isEmpty() && !browseRoster.exists(program)) {
            pages.missing();
        }
    }

    public String getProgram() {
        return program;
    }

    public Text getTitle() {
        return browseRoster.titleOf(program);
    }

    /** How many years a title holds; 0 when the program does not tell at the moment. */
    public int getYears() {
        return years.orElse(0);
    }

    public List<RosterRow> getRows() {
        int before = (int) Math.max(0, pager.from() - 1);
        return IntStream.range(0, found.items().size())
                .mapToObj(i -> new RosterRow(before + i + 1, found.items().get(i), years))
                .toList();
    }

    public Pager getPager() {
        return pager;
    }

    public BrowseRoster.Facets getFacets() {
        return facets;
    }

    public RosterEntry.Standing[] getStandings() {
        return RosterEntry.Standing.values();
    }

    /** What the standings on this page mean. */
    public List<Explained> getLegend() {
        return found.items().stream()
                .map(BrowseRoster.Row::standing)
                .distinct()
                .map(standing -> new Explained(standing.code(), RosterRow.tagOf(standing)))
                .toList();
    }

    public String getWords() {
        return query.words();
    }

    public String getYear() {
        return year().isPresent() ? String.valueOf(year().getAsInt()) : "";
    }

    public String getTrade() {
        return query.text("trade");
    }

    public String getStanding() {
        return standing().map(RosterEntry.Standing::code).orElse("");
    }

    /** What narrows the list now. */
    public List<Condition> getConditions() {
        return pager.filters().entrySet().stream()
                .filter(each -> !each.getValue().isBlank())
                .map(each -> new Condition(each.getKey(), each.getValue(), without(each.getKey())))
                .toList();
    }

    private String without(String name) {
        Map<String, String> others = new LinkedHashMap<>(pager.filters());
        others.remove(name);
        return new Pager(pager.total(), new PageRequest(1, PAGE_SIZE), pager.address(), others).href(1);
    }

    private OptionalInt year() {
        int year = query.number("year", 0);
        return year > 0 ? OptionalInt.of(year) : OptionalInt.empty();
    }

    private Optional<RosterEntry.Standing> standing() {
        String asked = query.text("standing").toUpperCase(Locale.ROOT);
        return Stream.of(RosterEntry.Standing.values())
                .filter(each -> each.name().equals(asked))
                .findFirst();
    }
}
