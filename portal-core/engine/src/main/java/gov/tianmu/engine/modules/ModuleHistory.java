package gov.tianmu.engine.modules;

import gov.tianmu.engine.usecase.PageOf;
import gov.tianmu.engine.usecase.PageRequest;
import java.util.Optional;

/** Keeps what happened to modules: when, what, which version, by whom. */
public interface ModuleHistory {

    void record(ModuleEventRow event);

    /** The latest about one module. */
    Optional<ModuleEventRow> last(String module);

    /** The latest first. */
    PageOf<ModuleEventRow> latest(PageRequest page);

    /** What happened to one module, the latest first. */
    PageOf<ModuleEventRow> of(String module, PageRequest page);
}
