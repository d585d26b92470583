package gov.tianmu.engine.modules.console;

import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.modules.ModuleEventRow;
import gov.tianmu.engine.modules.ModuleHistory;
import gov.tianmu.engine.modules.ModuleRuntime;
import gov.tianmu.engine.usecase.PageOf;
import gov.tianmu.engine.usecase.PageRequest;
import gov.tianmu.engine.usecase.UseCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Shows an administrator every module with what it stands at and what stands on it, and what happened to them. */
@ApplicationScoped
@UseCase(by = Role.ADMIN)
public class ListModules {

    @Inject
    private ModuleRuntime runtime;

    @Inject
    private ModuleHistory history;

    @Inject
    private Overview overview;

    /** Every module the folder holds or held since the portal's start, ordered by name. */
    public List<ModuleOverview> list(Actor actor) {
        return overview.of(runtime.modules());
    }

    /** What happened to modules, the latest first. */
    public PageOf<ModuleEventRow> history(Actor actor, PageRequest page) {
        return history.latest(page);
    }
}
