package gov.tianmu.engine.modules;

import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.spi.definition.Text;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
    private static final Text STOPPED_BY_OPERATOR = new Text("由管理员停用", "stopped by an administrator");
    private static final Duration ENDS_SOON = Duration.ofDays(60);
    private static final Text TAKEN_AWAY = new Text("文件已移走", "its file was taken away");

    private final ModuleHistory history;
    private final KeptVersions kept;
    private final Supplier<Instant> clock;
    private final Map<String, ModuleRow> rows = new TreeMap<>();
    private volatile List<ModuleRow> shown = List.of();

    ModuleStandings(ModuleHistory history, KeptVersions kept, Supplier<Instant> clock) {
        this.history = history;
        this.kept = kept;
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
     * @param running the names of those that run
     * @param order on whose behalf it came to stand so
     * @param first whether this is the start: what stood so when the portal stopped is no event
     */
    void update(
            Collection<InstalledModule> installed,
            Set<String> running,
            Map<Path, ModuleEntry> entries,
            ModuleFramework framework,
            Order order,
            boolean first) {
        Map<String, ModuleRow> now = new TreeMap<>();
        Set<Path> told = new HashSet<>();
        List<Bundle> bundles = installed.stream().map(InstalledModule::bundle).toList();
        for (InstalledModule module : installed) {
            Text reason = running.contains(module.name())
                    ? newerProblem(module, entries)
                    : framework.whatIsMissing(module.bundle(), bundles);
            told.add(module.file());
            now.put(module.name(), rowOf(module, running.contains(module.name()), reason, remarks(module, entries)));
        }
        for (ModuleEntry entry : entries.values()) {
            if (!told.contains(entry.file()) && (entry.isStopped() || entry.problem().isPresent())) {
                ModuleRow row = rowOf(entry);
                now.putIfAbsent(row.name(), row);
            }
        }
        for (ModuleRow row : rows.values()) {
            if (now.containsKey(row.name())) {
                continue;
            }
            if (order.removes(row.name())) {
                sinceWhen(gone(row, order.words()), Optional.of(row), order, first);
            } else if (row.kind().isPresent()) {
                now.put(row.name(), gone(row, TAKEN_AWAY));
            }
        }
        now.replaceAll((name, row) -> sinceWhen(row, Optional.ofNullable(rows.get(name)), order, first));
        rows.clear();
        rows.putAll(now);
        shown = List.copyOf(now.values());
    }

    /** A newer file that was refused is told on the row of the version that goes on. */
    private static Text newerProblem(InstalledModule module, Map<Path, ModuleEntry> entries) {
        return Optional.ofNullable(entries.get(module.file()))
                .flatMap(ModuleEntry::problem)
                .or(() -> entries.values().stream()
                        .filter(entry -> entry.isOf(module.name()))
                        .flatMap(entry -> entry.problem().stream())
                        .findFirst())
                .orElse(Text.EMPTY);
    }

    /** What an operator should know that stops nobody: a signature that ends soon, files that are not used. */
    private static List<Text> remarks(InstalledModule module, Map<Path, ModuleEntry> entries) {
        List<Text> remarks = new ArrayList<>();
        module.candidate()
                .signature()
                .validUntil()
                // The machine's clock, as the signature is held against it.
                .filter(until -> until.isBefore(Instant.now().plus(ENDS_SOON)))
                .ifPresent(until -> remarks.add(endsSoon(until)));
        remarks.addAll(unusedFiles(module, entries));
        return remarks;
    }

    private static Text endsSoon(Instant until) {
        LocalDate day = until.atZone(PortalClock.ZONE).toLocalDate();
        return new Text(
                "签名证书 " + day + " 到期，之后重启门户时这个模块不再启用。请在此前换发签名",
                "its signature's certificate ends on " + day + "; after that the module does not start again. Have it"
                        + " signed anew before");
    }

    private static List<Text> unusedFiles(InstalledModule module, Map<Path, ModuleEntry> entries) {
        return entries.values().stream()
                .filter(entry -> entry.isOf(module.name()) && !entry.file().equals(module.file()))
                .map(entry -> {
                    String file = entry.file().getFileName().toString();
                    String version = entry.version().toString();
                    return new Text(
                            file + "（" + version + "）也在文件夹里，没有启用：同一模块只启用版本最高的一个",
                            file + " (" + version + ") lies in the folder too and is not used: of one module the highest"
                                    + " version runs");
                })
                .toList();
    }

    private ModuleRow rowOf(InstalledModule module, boolean runs, Text reason, List<Text> remarks) {
        ModuleCandidate candidate = module.candidate();
        Bundle bundle = module.bundle();
        return new ModuleRow(
                candidate.name(),
                module.file().getFileName().toString(),
                candidate.version().toString(),
                Optional.of(candidate.definition().kind()),
                runs ? ModuleState.ACTIVE : ModuleState.WAITING,
                reason,
                Optional.of(candidate.definition().title()),
                ModuleFramework.provided(bundle).stream().map(Object::toString).toList(),
                ModuleFramework.required(bundle).stream().map(Object::toString).toList(),
                clock.get(),
                Optional.of(candidate.signature()),
                kept.before(candidate.name(), candidate.digest()).map(KeptVersions.Kept::version),
                remarks);
    }

    private ModuleRow rowOf(ModuleEntry entry) {
        Optional<ModuleCandidate> candidate = entry.candidate();
        String file = entry.file().getFileName().toString();
        return new ModuleRow(
                candidate.map(ModuleCandidate::name).orElse(file),
                file,
                candidate.map(known -> known.version().toString()).orElse(""),
                candidate.map(known -> known.definition().kind()),
                entry.isStopped() ? ModuleState.STOPPED : ModuleState.REFUSED,
                entry.problem().orElse(entry.isStopped() ? STOPPED_BY_OPERATOR : Text.EMPTY),
                candidate.map(known -> known.definition().title()),
                List.of(),
                List.of(),
                clock.get(),
                entry.signature(),
                candidate.flatMap(known -> kept.before(known.name(), known.digest())).map(KeptVersions.Kept::version),
                List.of());
    }

    private ModuleRow gone(ModuleRow row, Text reason) {
        return new ModuleRow(
                row.name(),
                "",
                row.version(),
                row.kind(),
                ModuleState.STOPPED,
                reason,
                row.title(),
                row.provides(),
                row.requires(),
                clock.get(),
                row.signature(),
                row.previous(),
                List.of());
    }

    /** Keeps since when a module is as it is, and writes down a change. */
    private ModuleRow sinceWhen(ModuleRow now, Optional<ModuleRow> before, Order order, boolean first) {
        boolean same = before.isPresent()
                && before.get().state() == now.state()
                && before.get().version().equals(now.version())
                && before.get().reason().equals(now.reason())
                && before.get().file().isEmpty() == now.file().isEmpty();
        if (same) {
            return now.since(before.get().since());
        }
        Text words = now.reason().isEmpty() && order.isAbout(now.name()) ? order.words() : now.reason();
        ModuleEventRow event = new ModuleEventRow(
                now.since(), now.name(), now.version(), kindOf(now, before), words, order.account());
        boolean knownFromLastTime = first
                && history.last(now.name()).filter(last -> saysTheSame(last, event)).isPresent();
        log(event);
        if (!knownFromLastTime) {
            write(event);
        }
        return now;
    }

    /** Whether the history ends with this event already; an update's words tell how it came, not how it stands. */
    private static boolean saysTheSame(ModuleEventRow last, ModuleEventRow event) {
        if (!last.version().equals(event.version())) {
            return false;
        }
        boolean runs = event.event() == ModuleEventKind.STARTED;
        return runs
                ? last.event() == ModuleEventKind.STARTED || last.event() == ModuleEventKind.UPDATED
                : last.event() == event.event() && last.reason().equals(event.reason());
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
