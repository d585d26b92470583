package gov.tianmu.engine.modules.console;

import gov.tianmu.engine.modules.ModuleKind;
import java.util.Collection;
import java.util.Map;

/** How many calls modules have open. The step that keeps the calls lies downstream of the modules and answers. */
public interface CallsInHand {

    /**
     * How many calls take applications now: one query, however many are asked for.
     *
     * @param kind whether the ids are of programs or of notices
     * @return by id; one without open calls is left out
     */
    Map<String, Integer> open(ModuleKind kind, Collection<String> ids);
}
