package gov.tianmu.web.admin;

import gov.tianmu.engine.modules.ModuleEventRow;
import gov.tianmu.engine.modules.ModuleKind;
import gov.tianmu.engine.modules.ModuleRuntime;
import gov.tianmu.engine.modules.ModuleState;
import gov.tianmu.engine.modules.console.CheckSignatures;
import gov.tianmu.engine.modules.console.ExamineProposal;
import gov.tianmu.engine.modules.console.ListModules;
import gov.tianmu.engine.modules.console.ModuleOverview;
import gov.tianmu.engine.modules.console.ProposalRow;
import gov.tianmu.engine.usecase.PageOf;
import gov.tianmu.engine.usecase.PageRequest;
import gov.tianmu.spi.definition.Text;
import gov.tianmu.web.display.Display;
import gov.tianmu.web.display.Texts;
import gov.tianmu.web.page.Pager;
import gov.tianmu.web.page.PostedForm;
import gov.tianmu.web.signin.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The modules, where each stands and what stands on it; uploads that wait for a decision; what happened to modules.
 * Takes uploads in by {@link ModuleUpload}; everything else is done on a module's own page.
 */
@Named("modulesPage")
@RequestScoped
public class ModulesPage {

    private static final String ADDRESS = "/admin/modules";
    private static final String PROPOSED = "proposed";
    private static final int PAGE_SIZE = 15;
    private static final int MEBIBYTE = 1024 * 1024;

    /** What can be said after a redirect; anything else in the address is passed over. */
    private static final Set<String> DONE = Set.of("discarded", "removed");

    @Inject
    private ListModules listModules;

    @Inject
    private ExamineProposal examineProposal;

    @Inject
    private CheckSignatures checkSignatures;

    @Inject
    private UploadAnswer uploadAnswer;

    @Inject
    private PostedForm asked;

    @Inject
    private CurrentActor current;

    @Inject
    private Display display;

    @Inject
    private Texts texts;

    private List<ModuleShown> all;
    private List<ProposalRow> unplaced;
    private List<CheckSignatures.Checked> checked = List.of();
    private boolean wasChecked;
    private String uploadRefusal;
    private PageOf<ModuleEventRow> history;
    private Pager pager;

    /** A part of the list by state, with how many there are. */
    public record Part(String code, String address, boolean selected, long count) {

        public String key() {
            return "admin.modules.state." + (code.equals(PROPOSED) ? "new" : code);
        }
    }

    /** A module whose signature would not let it start, and why; empty words where its file cannot be read. */
    public record Unsound(String name, String words) {}

    /** Read before the page is drawn, so that who may not see it gets the fault page. */
    public void open() throws Exception {
        List<ModuleOverview> overviews = listModules.list(current.get());
        Map<String, Text> titles = titles(overviews);
        all = overviews.stream().map(each -> new ModuleShown(each, titles)).toList();
        Set<String> names = all.stream().map(each -> each.row().name()).collect(Collectors.toSet());
        unplaced = examineProposal.open(current.get()).stream()
                .filter(proposal -> !names.contains(proposal.module()))
                .toList();
        if (FacesContext.getCurrentInstance().isPostback() && asked.getVerb().equals("signatures")) {
            checked = checkSignatures.check(current.get());
            wasChecked = true;
        }
        uploadRefusal = uploadAnswer.take();
        PageRequest request = pageAsked(asked, PAGE_SIZE);
        history = listModules.history(current.get(), request);
        pager = new Pager(history.total(), request, ADDRESS, Map.of("state", getState(), "q", getWords()));
    }

    static PageRequest pageAsked(PostedForm asked, int size) {
        String page = asked.text("page");
        return new PageRequest(page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1, size);
    }

    /** What the programs are called. */
    static Map<String, Text> titles(List<ModuleOverview> overviews) {
        Map<String, Text> titles = new HashMap<>();
        overviews.stream()
                .filter(each -> each.row().kind().filter(ModuleKind.PROGRAM::equals).isPresent())
                .forEach(each -> each.row().title().ifPresent(title -> titles.put(each.defines(), title)));
        return titles;
    }

    /** What the list is narrowed to; empty for all. */
    public String getState() {
        String state = asked.text("state");
        return codes().contains(state) ? state : "";
    }

    private static List<String> codes() {
        List<String> codes = new ArrayList<>(List.of(ModuleState.ACTIVE.code(), PROPOSED));
        for (ModuleState state : ModuleState.values()) {
            if (!codes.contains(state.code())) {
                codes.add(state.code());
            }
        }
        return codes;
    }

    public String getWords() {
        String words = asked.text("q").strip();
        return words.length() <= 100 ? words : words.substring(0, 100);
    }

    private static boolean isIn(ModuleShown module, String code) {
        return code.isEmpty()
                || (code.equals(PROPOSED) ? module.isProposed() : module.row().state().code().equals(code));
    }

    /** The modules shown. */
    public List<ModuleShown> getModules() {
        String words = getWords().toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(each -> isIn(each, getState()))
                .filter(each -> each.isCalled(words))
                .toList();
    }

    /** The uploads that are of no module in the list. */
    public List<ProposalRow> getUnplaced() {
        return getWords().isEmpty() && (getState().isEmpty() || getState().equals(PROPOSED)) ? unplaced : List.of();
    }

    /** Those that need a look: refused files and what waits, whatever the list is narrowed to. */
    public List<ModuleShown> getTroubled() {
        return all.stream().filter(ModuleShown::troubled).toList();
    }

    public List<Part> getParts() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("all", ADDRESS, getState().isEmpty(), all.size() + unplaced.size()));
        for (String code : codes()) {
            long count = all.stream().filter(module -> isIn(module, code)).count()
                    + (code.equals(PROPOSED) ? unplaced.size() : 0);
            if (count > 0 || code.equals(getState())) {
                parts.add(new Part(code, ADDRESS + "?state=" + code, code.equals(getState()), count));
            }
        }
        return parts;
    }

    /** Whether the signatures were just checked. */
    public boolean isChecked() {
        return wasChecked;
    }

    public int getCheckedCount() {
        return checked.size();
    }

    /** Those whose signature would not let them start now. */
    public List<Unsound> getUnsound() {
        return checked.stream()
                .filter(each -> !each.isGood())
                .map(each -> new Unsound(
                        each.module().title().orElse(Text.of(each.module().name())).in(display.getLocale()),
                        each.finding().map(found -> found.words().in(display.getLocale())).orElse("")))
                .toList();
    }

    /** Whether the dialog for an upload stands open. */
    public boolean isUploading() {
        return asked.text("ask").equals("upload");
    }

    public long getMaxBytes() {
        return ModuleRuntime.MAX_JAR_BYTES;
    }

    public long getMaxMegabytes() {
        return ModuleRuntime.MAX_JAR_BYTES / MEBIBYTE;
    }

    /** Why the last upload was not kept; empty for nothing to tell. */
    public String getUploadRefusal() {
        return uploadRefusal;
    }

    /** What was done, after the redirect; empty for nothing to tell. */
    public String getDone() {
        String done = asked.text("done");
        boolean tell = DONE.contains(done) && !FacesContext.getCurrentInstance().isPostback();
        return tell ? texts.of("admin.modules.done." + done) : "";
    }

    public List<ModuleEventRow> getHistory() {
        return history.items();
    }

    public Pager getPager() {
        return pager;
    }
}
