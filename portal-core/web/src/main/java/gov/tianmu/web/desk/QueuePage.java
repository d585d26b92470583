package gov.tianmu.web.desk;

import gov.tianmu.engine.casefile.CaseStage;
import gov.tianmu.engine.modules.Programs;
import gov.tianmu.engine.review.CaseQueue;
import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.engine.usecase.PageOf;
import gov.tianmu.engine.usecase.PageRequest;
import gov.tianmu.spi.definition.Text;
import gov.tianmu.web.page.Pager;
import gov.tianmu.web.page.PostedForm;
import gov.tianmu.web.signin.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The queue over all programs (办件队列): tabs, filters, search, page by page; every state of it is an address. */
@Named("deskQueue")
@RequestScoped
public class QueuePage {

    private static final String ADDRESS = "/desk/cases";
    private static final int PAGE_SIZE = 20;
    private static final int LONGEST = 100;

    @Inject
    private CaseQueue queue;

    @Inject
    private DeskCounts counts;

    @Inject
    private Programs programs;

    @Inject
    private PostedForm asked;

    @Inject
    private CurrentActor current;

    @Inject
    private PortalClock clock;

    private Tab tab;
    private PageOf<CaseRow> found;
    private Pager pager;

    /** A ready-made part of the queue. */
    public enum Tab {
        /** Whatever the bureau has to act on. */
        WAITING(DeskCounts.WAITING, Optional.empty()),
        NEW(Set.of(CaseStage.SUBMITTED), Optional.of(false)),
        AGAIN(Set.of(CaseStage.SUBMITTED), Optional.of(true)),
        RETURNED(Set.of(CaseStage.RETURNED), Optional.empty()),
        ACCEPTED(Set.of(CaseStage.ACCEPTED), Optional.empty()),
        LISTED(Set.of(CaseStage.REVIEWED, CaseStage.LISTED, CaseStage.PUBLICISED), Optional.empty()),
        ALL(Set.of(), Optional.empty());

        private final Set<CaseStage> stages;
        private final Optional<Boolean> again;

        Tab(Set<CaseStage> stages, Optional<Boolean> again) {
            this.stages = stages;
            this.again = again;
        }

        /** The name in addresses and message keys. */
        public String getCode() {
            return name().toLowerCase();
        }

        static Optional<Tab> of(String code) {
            return Stream.of(values()).filter(tab -> tab.getCode().equals(code)).findFirst();
        }
    }

    /** A tab as it is shown. */
    public record ShownTab(String code, String address, boolean selected, long count) {}

    /** One choice of a filter. */
    public record Choice(String value, Text title) {}

    /** Read before the page is drawn, so that who may not see it gets the fault page. */
    public void open() {
        boolean narrowed = !getWords().isEmpty() || !getStage().isEmpty();
        tab = Tab.of(asked.text("tab")).orElse(narrowed ? Tab.ALL : Tab.WAITING);
        Set<CaseStage> stages = stage().map(Set::of).orElse(tab.stages);
        PageRequest page = new PageRequest(pageAsked(), PAGE_SIZE);
        CaseQueue.Filter filter = new CaseQueue.Filter(
                getProgram(), getCall(), stages, getWords(), CaseQueue.Order.WAITING, tab.again);
        Instant now = clock.now();
        found = queue.list(current.get(), filter, page).map(each -> CaseRow.of(each, now));
        Map<String, String> filters = new LinkedHashMap<>();
        filters.put("tab", tab.getCode());
        filters.put("program", getProgram());
        filters.put("call", getCall());
        filters.put("stage", getStage());
        filters.put("q", getWords());
        pager = new Pager(found.total(), page, ADDRESS, filters);
    }

    private int pageAsked() {
        String page = asked.text("page");
        return page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1;
    }

    private Optional<CaseStage> stage() {
        return Stream.of(CaseStage.values())
                .filter(each -> each.code().equals(asked.text("stage")))
                .findFirst();
    }

    public List<CaseRow> getRows() {
        return found.items();
    }

    public Pager getPager() {
        return pager;
    }

    public List<ShownTab> getTabs() {
        return Stream.of(Tab.values())
                .map(each -> new ShownTab(
                        each.getCode(), ADDRESS + "?tab=" + each.getCode(), each == tab, countOf(each)))
                .toList();
    }

    private long countOf(Tab each) {
        return switch (each) {
            case NEW -> counts.getNew();
            case AGAIN -> counts.getAgain();
            case ALL -> counts.getAll();
            default -> counts.in(each.stages);
        };
    }

    public String getTab() {
        return tab.getCode();
    }

    public String getProgram() {
        return shortened("program");
    }

    public String getCall() {
        return shortened("call");
    }

    public String getStage() {
        return stage().map(CaseStage::code).orElse("");
    }

    public String getWords() {
        return shortened("q");
    }

    private String shortened(String name) {
        String value = asked.text(name).strip();
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST);
    }

    /** Whether something beside the tab narrows the list. */
    public boolean isNarrowed() {
        return Stream.of(getProgram(), getCall(), getStage(), getWords()).anyMatch(each -> !each.isEmpty());
    }

    /** The tab without further filters. */
    public String getWhole() {
        return ADDRESS + "?tab=" + tab.getCode();
    }

    /** The programs there are cases of, by the names their modules give them. */
    public List<Choice> getPrograms() {
        Map<String, Text> titles = new LinkedHashMap<>();
        counts.byCall()
                .forEach(call -> titles.computeIfAbsent(
                        call.programId(),
                        id -> programs.live(id)
                                .map(program -> program.definition().title())
                                .orElse(call.title())));
        List<Choice> choices = new ArrayList<>();
        titles.forEach((id, title) -> choices.add(new Choice(id, title)));
        return choices;
    }

    /** The stages an officer meets. */
    public List<String> getStages() {
        return Stream.of(CaseStage.values())
                .filter(each -> each != CaseStage.DRAFT && each != CaseStage.DISCARDED)
                .map(CaseStage::code)
                .toList();
    }
}
