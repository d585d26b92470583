package gov.tianmu.engine.modules.console;

import gov.tianmu.engine.audit.AuditTrail;
import gov.tianmu.engine.audit.Deed;
import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.modules.ModuleRow;
import gov.tianmu.engine.modules.ModuleRuntime;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.UnitOfWork;
import gov.tianmu.engine.usecase.UseCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Starts, stops, rolls back and removes a module. Each has happened when it returns; stopping or removing a module that
 * others need is refused with their names until it is confirmed.
 */
@ApplicationScoped
@UseCase(by = Role.ADMIN, ownTransactions = true)
public class OperateModule {

    @Inject
    private ModuleRuntime runtime;

    @Inject
    private UnitOfWork unitOfWork;

    @Inject
    private AuditTrail audit;

    public Outcome<ModuleRow> start(Actor actor, String name) throws Exception {
        return start(actor, name, module -> {});
    }

    /** @param also runs in the transaction that records it: both are kept, or neither */
    public Outcome<ModuleRow> start(Actor actor, String name, Consumer<ModuleRow> also) throws Exception {
        return told(actor, "module.started", name, () -> runtime.start(actor, name), also);
    }

    /** @param despiteDependants whether it stops although others need it */
    public Outcome<ModuleRow> stop(Actor actor, String name, boolean despiteDependants) throws Exception {
        return stop(actor, name, despiteDependants, module -> {});
    }

    public Outcome<ModuleRow> stop(Actor actor, String name, boolean despiteDependants, Consumer<ModuleRow> also)
            throws Exception {
        return told(actor, "module.stopped", name, () -> runtime.stop(actor, name, despiteDependants), also);
    }

    /** @param despiteCases whether it goes back although open cases do not fit the version before */
    public Outcome<ModuleRow> rollBack(Actor actor, String name, boolean despiteCases) throws Exception {
        return rollBack(actor, name, despiteCases, module -> {});
    }

    public Outcome<ModuleRow> rollBack(Actor actor, String name, boolean despiteCases, Consumer<ModuleRow> also)
            throws Exception {
        return told(actor, "module.rolled-back", name, () -> runtime.rollBack(actor, name, despiteCases), also);
    }

    /** @param despiteDependants whether it goes although others need it */
    public Outcome<Void> remove(Actor actor, String name, boolean despiteDependants) throws Exception {
        return remove(actor, name, despiteDependants, nothing -> {});
    }

    public Outcome<Void> remove(Actor actor, String name, boolean despiteDependants, Consumer<Void> also)
            throws Exception {
        return told(actor, "module.removed", name, () -> runtime.remove(actor, name, despiteDependants), also);
    }

    /** What the runtime does. */
    @FunctionalInterface
    private interface Act<T> {
        Outcome<T> act();
    }

    /** The folder is no part of a transaction: the deed is told once it is done. */
    private <T> Outcome<T> told(Actor actor, String what, String name, Act<T> act, Consumer<T> also) throws Exception {
        Optional<ModuleRow> before = row(name);
        Outcome<T> outcome = act.act();
        if (outcome instanceof Outcome.Done<T> done) {
            Optional<ModuleRow> after = row(name);
            unitOfWork.run(() -> {
                also.accept(done.value());
                audit.append(actor, new Deed(what, Told.subject(name), words(before), words(after)));
                return null;
            });
        }
        return outcome;
    }

    private Optional<ModuleRow> row(String name) {
        return runtime.modules().stream().filter(row -> row.name().equals(name)).findFirst();
    }

    private static String words(Optional<ModuleRow> row) {
        return row.map(module -> module.version() + " " + module.state().code()).orElse("");
    }
}
