package gov.tianmu.engine.modules;

import gov.tianmu.engine.usecase.PageOf;
import gov.tianmu.engine.usecase.PageRequest;
import jakarta.enterprise.inject.Vetoed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The history of a runtime that keeps nothing beyond its life. */
@Vetoed
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
        return latest(event -> true, page);
    }

    @Override
    public PageOf<ModuleEventRow> of(String module, PageRequest page) {
        return latest(event -> event.module().equals(module), page);
    }

    private PageOf<ModuleEventRow> latest(Predicate<ModuleEventRow> wanted, PageRequest page) {
        List<ModuleEventRow> all;
        synchronized (events) {
            all = new ArrayList<>(events.stream().filter(wanted).toList());
        }
        Collections.reverse(all);
        int from = Math.min(page.offset(), all.size());
        return new PageOf<>(all.size(), all.subList(from, Math.min(from + page.size(), all.size())));
    }
}
