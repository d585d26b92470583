package gov.tianmu.engine.modules;

import gov.tianmu.engine.usecase.PageOf;
import gov.tianmu.engine.usecase.PageRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The history of a runtime that keeps nothing beyond its life. */
class MemoryHistory implements ModuleHistory {

    final List<ModuleEventRow> events = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void record(ModuleEventRow event) {
        events.add(event);
    }

    @Override
    public Optional<ModuleEventRow> last(String module) {
        synchronized (events) {
            return events.stream().filter(event -> event.module().equals(module)).reduce((earlier, later) -> later);
        }
    }

    @Override
    public PageOf<ModuleEventRow> latest(PageRequest page) {
        synchronized (events) {
            List<ModuleEventRow> all = new ArrayList<>(events);
            Collections.reverse(all);
            return new PageOf<>(all.size(), all);
        }
    }
}
