package gov.tianmu.engine.modules;

import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.usecase.PageOf;
import gov.tianmu.engine.usecase.PageRequest;
import gov.tianmu.engine.usecase.UseCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Shows an administrator every module with its state and reason, and what happened to them. */
@ApplicationScoped
@UseCase(by = Role.ADMIN)
public class ListModules {

    private final ModuleRuntime runtime;
    private final ModuleHistory history;

    protected ListModules() {
        this(null, null);
    }

    @Inject
    public ListModules(ModuleRuntime runtime, ModuleHistory history) {
        this.runtime = runtime;
        this.history = history;
    }

    /** Every module the folder holds or held since the portal's start, ordered by name. */
    public List<ModuleRow> list(Actor actor) {
        return runtime.modules();
    }

    /** What happened to modules, the latest first. */
    public PageOf<ModuleEventRow> history(Actor actor, PageRequest page) {
        return history.latest(page);
    }
}
