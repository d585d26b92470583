package gov.tianmu.web.admin;

import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.modules.ModuleEventRow;
import gov.tianmu.engine.modules.console.ListModules;
import gov.tianmu.engine.modules.console.ModuleDetail;
import gov.tianmu.engine.modules.console.OperateModule;
import gov.tianmu.engine.modules.console.ReadModule;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.PageRequest;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.spi.definition.Text;
import gov.tianmu.web.display.Texts;
import gov.tianmu.web.page.PageTurn;
import gov.tianmu.web.page.Pager;
import gov.tianmu.web.page.PostedForm;
import gov.tianmu.web.signin.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One module: what it is, who vouches for it, what needs it and what stands on it, what happened to it, what can be
 * done.
 */
@Named("modulePage")
@RequestScoped
public class ModulePage {

    private static final int PAGE_SIZE = 15;

    /** What can be asked before it is done; anything else in the address is passed over. */
    private static final Set<String> VERBS = Set.of("start", "stop", "rollback", "change", "remove");

    private static final Set<String> DONE = Set.of("applied", "start", "stop", "rollback", "change");

    @Inject
    private ReadModule readModule;

    @Inject
    private ListModules listModules;

    @Inject
    private OperateModule operateModule;

    @Inject
    private PostedForm posted;

    @Inject
    private PageTurn turn;

    @Inject
    private CurrentActor current;

    @Inject
    private Texts texts;

    private String name;
    private ModuleDetail detail;
    private ModuleShown module;
    private Pager pager;
    private Optional<Refusal> refusal = Optional.empty();

    /** Reads the module, after doing what was asked when a form was sent. */
    public void open() throws Exception {
        name = posted.text("name");
        if (FacesContext.getCurrentInstance().isPostback() && VERBS.contains(posted.getVerb())) {
            Outcome<?> outcome = perform(current.get(), posted.text("despite").equals("yes"));
            if (outcome.isDone()) {
                turn.to(
                        posted.getVerb().equals("remove")
                                ? "/admin/modules?done=removed"
                                : ModuleShown.addressOf(name) + "?done=" + posted.getVerb());
                return;
            }
            refusal = outcome.reason();
        }
        PageRequest page = ModulesPage.pageAsked(posted, PAGE_SIZE);
        detail = turn.need(readModule.read(current.get(), name, page));
        Map<String, Text> titles = ModulesPage.titles(listModules.list(current.get()));
        module = new ModuleShown(detail.overview(), titles);
        pager = new Pager(detail.history().total(), page, module.address(), Map.of());
    }

    private Outcome<?> perform(Actor actor, boolean despite) throws Exception {
        return switch (posted.getVerb()) {
            case "start" -> operateModule.start(actor, name);
            case "stop" -> operateModule.stop(actor, name, despite);
            case "rollback", "change" -> operateModule.rollBack(actor, name, despite);
            default -> operateModule.remove(actor, name, despite);
        };
    }

    public ModuleShown getModule() {
        return module;
    }

    /** The titles of those that would not run without it. */
    public List<Text> getDependants() {
        return detail.dependants();
    }

    public List<ModuleEventRow> getHistory() {
        return detail.history().items();
    }

    public Pager getPager() {
        return pager;
    }

    /** Which question stands open: as the address says, or the one that was refused; empty for none. */
    public String getAsked() {
        String verb = refusal.isPresent() ? posted.getVerb() : posted.text("ask");
        boolean possible =
                switch (verb) {
                    case "start" -> module.isStartable();
                    case "stop" -> module.isStoppable();
                    case "rollback", "change" -> !module.previous().isEmpty() && verb.equals(module.toPrevious());
                    case "remove" -> module.isRemovable();
                    default -> false;
                };
        return possible ? verb : "";
    }

    /** Why not, in the reader's language; empty when nothing was refused. */
    public String getRefusal() {
        return refusal.map(texts::of).orElse("");
    }

    /** What was done, after the redirect; empty for nothing to tell. */
    public String getDone() {
        String done = posted.text("done");
        boolean tell = DONE.contains(done) && !FacesContext.getCurrentInstance().isPostback();
        return tell ? texts.of("admin.module.done." + done, module.row().version()) : "";
    }
}
