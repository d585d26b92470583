package gov.tianmu.engine.modules.console;

import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.modules.ModuleEventRow;
import gov.tianmu.engine.modules.ModuleHistory;
import gov.tianmu.engine.modules.ModuleRow;
import gov.tianmu.engine.modules.ModuleRuntime;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.PageOf;
import gov.tianmu.engine.usecase.PageRequest;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.UseCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Shows an administrator one module with everything there is to know about it. */
@ApplicationScoped
@UseCase(by = Role.ADMIN)
public class ReadModule {

    @Inject
    private ModuleRuntime runtime;

    @Inject
    private ModuleHistory history;

    @Inject
    private Overview overview;

    /**
     * The module of this name.
     *
     * @param page which part of its history
     */
    public Outcome<ModuleDetail> read(Actor actor, String name, PageRequest page) {
        List<ModuleRow> found =
                runtime.modules().stream().filter(row -> row.name().equals(name)).toList();
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.notFound());
        }
        return Outcome.done(new ModuleDetail(
                overview.of(found).get(0), runtime.dependants(name), history.of(name, page)));
    }

    /** What happened to a module, also to one that is gone; the latest first. */
    public PageOf<ModuleEventRow> history(Actor actor, String name, PageRequest page) {
        return history.of(name, page);
    }
}
