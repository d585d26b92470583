package gov.tianmu.engine.modules.console;

import gov.tianmu.engine.modules.ModuleEventRow;
import gov.tianmu.engine.usecase.PageOf;
import gov.tianmu.spi.definition.Text;
import java.util.List;

/**
 * Everything about one module.
 *
 * @param dependants the titles of the modules that would not run without it
 * @param history what happened to it, the latest first
 */
public record ModuleDetail(ModuleOverview overview, List<Text> dependants, PageOf<ModuleEventRow> history) {

    public ModuleDetail {
        dependants = List.copyOf(dependants);
    }
}
