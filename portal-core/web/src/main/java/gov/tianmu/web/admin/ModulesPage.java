package gov.tianmu.web.admin;

import gov.tianmu.engine.modules.ListModules;
import gov.tianmu.engine.modules.ModuleEventRow;
import gov.tianmu.engine.modules.ModuleRow;
import gov.tianmu.engine.modules.ModuleState;
import gov.tianmu.engine.usecase.PageOf;
import gov.tianmu.engine.usecase.PageRequest;
import gov.tianmu.web.page.Pager;
import gov.tianmu.web.page.PostedForm;
import gov.tianmu.web.signin.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The modules in the folder, with their state and the reason for it, and what happened to them. */
@Named("modulesPage")
@RequestScoped
public class ModulesPage {

    private static final String ADDRESS = "/admin/modules";
    private static final int PAGE_SIZE = 15;

    @Inject
    private ListModules listModules;

    @Inject
    private PostedForm asked;

    @Inject
    private CurrentActor current;

    private List<ModuleRow> all;
    private PageOf<ModuleEventRow> history;
    private Pager pager;

    /** A part of the list by state, with how many there are. */
    public record Part(String code, String address, boolean selected, long count) {}

    /** Read before the page is drawn, so that who may not see it gets the fault page. */
    public void open() {
        all = listModules.list(current.get());
        String page = asked.text("page");
        PageRequest request = new PageRequest(page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1, PAGE_SIZE);
        history = listModules.history(current.get(), request);
        pager = new Pager(history.total(), request, ADDRESS, Map.of("state", getState(), "q", getWords()));
    }

    private Optional<ModuleState> state() {
        return Stream.of(ModuleState.values())
                .filter(each -> each.code().equals(asked.text("state")))
                .findFirst();
    }

    public String getState() {
        return state().map(ModuleState::code).orElse("");
    }

    public String getWords() {
        String words = asked.text("q").strip();
        return words.length() <= 100 ? words : words.substring(0, 100);
    }

    /** The modules shown. */
    public List<ModuleShown> getModules() {
        String words = getWords().toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(each -> state().map(wanted -> each.state() == wanted).orElse(true))
                .map(ModuleShown::new)
                .filter(each -> each.isCalled(words))
                .toList();
    }

    /** Those that need a look: refused files and what waits, whatever the list is narrowed to. */
    public List<ModuleShown> getTroubled() {
        return all.stream().map(ModuleShown::new).filter(ModuleShown::troubled).toList();
    }

    public List<Part> getParts() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("all", ADDRESS, state().isEmpty(), all.size()));
        for (ModuleState each : ModuleState.values()) {
            long count = all.stream().filter(module -> module.state() == each).count();
            parts.add(new Part(each.code(), ADDRESS + "?state=" + each.code(), state().stream().anyMatch(each::equals), count));
        }
        return parts;
    }

    public List<ModuleEventRow> getHistory() {
        return history.items();
    }

    public Pager getPager() {
        return pager;
    }
}
