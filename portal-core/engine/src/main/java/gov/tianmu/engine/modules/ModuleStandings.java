package gov.tianmu.engine.modules;

import gov.tianmu.spi.definition.Text;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.osgi.framework.Bundle;

/**
 * Where every module stands and since when, for the console; writes each change into the log and the history. Updated
 * by one thread at a time, read by any.
 */
final class ModuleStandings {

    private static final Logger LOG = Logger.getLogger(ModuleStandings.class.getName());
    private static final String SYSTEM = "system";

    private final ModuleHistory history;
    private final Supplier<Instant> clock;
    private final Map<String, ModuleRow> rows = new TreeMap<>();
    private volatile List<ModuleRow> shown = List.of();

    ModuleStandings(ModuleHistory history, Supplier<Instant> clock) {
        this.history = history;
        this.clock = clock;
    }

    /** Every module, ordered by name. */
    List<ModuleRow> rows() {
        return shown;
    }

    int count(ModuleState state) {
        return (int) shown.stream().filter(row -> row.state() == state).count();
    }

    /**
     * Notes what stands now.
     *
     * @param first whether this is the start: what stood so when the portal stopped is no event
     */
    void update(
            Collection<InstalledModule> installed,
            Map<Path, ModuleEntry> entries,
            ModuleFramework framework,
            boolean first) {
        Map<String, ModuleRow> now = new TreeMap<>();
        Set<Path> told = new HashSet<>();
        for (InstalledModule module : installed) {
            ModuleRow row = rowOf(module, entries, framework);
            told.add(module.file());
            now.put(row.name(), row);
        }
        for (ModuleEntry entry : entries.values()) {
            if (!told.contains(entry.file()) && entry.problem().isPresent()) {
                ModuleRow row = rowOf(entry);
                now.putIfAbsent(row.name(), row);
            }
        }
        for (ModuleRow row : rows.values()) {
            if (!now.containsKey(row.name()) && row.kind().isPresent()) {
                now.put(row.name(), stopped(row));
            }
        }
        now.replaceAll((name, row) -> sinceWhen(row, Optional.ofNullable(rows.get(name)), first));
        rows.clear();
        rows.putAll(now);
        shown = List.copyOf(now.values());
    }

    private ModuleRow rowOf(InstalledModule module, Map<Path, ModuleEntry> entries, ModuleFramework framework) {
        ModuleCandidate candidate = module.candidate();
        Bundle bundle = module.bundle();
        // A newer file that was refused is told on the row of the version that goes on.
        Text newer = Optional.ofNullable(entries.get(module.file()))
                .flatMap(ModuleEntry::problem)
                .or(() -> entries.values().stream()
                        .filter(entry -> entry.isOf(candidate.name()))
                        .flatMap(entry -> entry.problem().stream())
                        .findFirst())
                .orElse(Text.EMPTY);
        Text reason = module.isActive() ? newer : framework.whatIsMissing(bundle);
        return new ModuleRow(
                candidate.name(),
                module.file().getFileName().toString(),
                candidate.version().toString(),
                Optional.of(candidate.definition().kind()),
                module.isActive() ? ModuleState.ACTIVE : ModuleState.WAITING,
                reason,
                Optional.of(candidate.definition().title()),
                ModuleFramework.provided(bundle).stream().map(Object::toString).toList(),
                ModuleFramework.required(bundle).stream().map(Object::toString).toList(),
                clock.get());
    }

    private ModuleRow rowOf(ModuleEntry entry) {
        Optional<ModuleCandidate> candidate = entry.candidate();
        String file = entry.file().getFileName().toString();
        return new ModuleRow(
                candidate.map(ModuleCandidate::name).orElse(file),
                file,
                candidate.map(known -> known.version().toString()).orElse(""),
                candidate.map(known -> known.definition().kind()),
                ModuleState.REFUSED,
                entry.problem().orElse(Text.EMPTY),
                candidate.map(known -> known.definition().title()),
                List.of(),
                List.of(),
                clock.get());
    }

    private ModuleRow stopped(ModuleRow row) {
        return new ModuleRow(
                row.name(),
                "",
                row.version(),
                row.kind(),
                ModuleState.STOPPED,
                new Text("文件已移走", "its file was taken away"),
                row.title(),
                row.provides(),
                row.requires(),
                clock.get());
    }

    /** Keeps since when a module is as it is, and writes down a change. */
    private ModuleRow sinceWhen(ModuleRow now, Optional<ModuleRow> before, boolean first) {
        boolean same = before.isPresent()
                && before.get().state() == now.state()
                && before.get().version().equals(now.version())
                && before.get().reason().equals(now.reason())
                && before.get().file().isEmpty() == now.file().isEmpty();
        if (same) {
            return now.since(before.get().since());
        }
        ModuleEventRow event = new ModuleEventRow(
                now.since(), now.name(), now.version(), kindOf(now, before), now.reason(), SYSTEM);
        boolean knownFromLastTime = first
                && history.last(now.name())
                        .filter(last -> last.version().equals(event.version())
                                && last.reason().equals(event.reason())
                                && (last.event() == event.event()
                                        || last.event() == ModuleEventKind.UPDATED
                                                && event.event() == ModuleEventKind.STARTED))
                        .isPresent();
        log(event);
        if (!knownFromLastTime) {
            write(event);
        }
        return now;
    }

    private static ModuleEventKind kindOf(ModuleRow now, Optional<ModuleRow> before) {
        return switch (now.state()) {
            case WAITING -> ModuleEventKind.WAITING;
            case REFUSED -> ModuleEventKind.REFUSED;
            case STOPPED -> ModuleEventKind.STOPPED;
            case ACTIVE -> {
                if (!now.reason().isEmpty()) {
                    yield ModuleEventKind.REFUSED;
                }
                boolean ran = before.map(row -> row.state() == ModuleState.ACTIVE).orElse(false);
                yield ran ? ModuleEventKind.UPDATED : ModuleEventKind.STARTED;
            }
        };
    }

    private static void log(ModuleEventRow event) {
        Level level = event.event() == ModuleEventKind.REFUSED ? Level.WARNING : Level.INFO;
        LOG.log(level, () -> "module " + event.module() + " " + event.version() + " " + event.event().code()
                + (event.reason().isEmpty() ? "" : ": " + event.reason().en()));
    }

    private void write(ModuleEventRow event) {
        try {
            history.record(event);
        } catch (RuntimeException lost) {
            // The log has it; a history that cannot be written stops no module.
            LOG.log(Level.SEVERE, lost, () -> "not written into the modules' history: " + event);
        }
    }
}
