package gov.tianmu.engine.modules;

import gov.tianmu.spi.definition.CallDefinition;
import gov.tianmu.spi.definition.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/**
 * Brings what runs into step with the watched folder, one look at a time.
 *
 * <p>A new jar is read and checked before anything of the old one is touched, and the old one is stopped only when the
 * new one has resolved. Whatever goes wrong with the new one, the old one goes on, and the row in the module list says
 * why. What runs is published as one snapshot after each look, and what came and went is announced after that.
 *
 * <p>The jar that last ran of each file is kept beside the folder: a restart finds it when the file itself was spoiled
 * meanwhile.
 */
final class ModuleHost {

    private static final Logger LOG = Logger.getLogger(ModuleHost.class.getName());
    private static final String SYSTEM = "system";

    private final RuntimeSettings settings;
    private final DefinitionArchive archive;
    private final ModuleHistory history;
    private final Announcements announcements;
    private final Supplier<Instant> clock;
    private final DefinitionReader reader = new DefinitionReader();
    private final ModulesFolder folder;
    private final Path accepted;

    /** Rules of modules run under the read lock, changes of modules under the write lock. */
    private final ReadWriteLock gate = new ReentrantReadWriteLock(true);

    private final Map<Path, ModuleEntry> entries = new TreeMap<>();
    private final Map<String, InstalledModule> installed = new TreeMap<>();
    private final Map<String, ModuleRow> rows = new TreeMap<>();

    private volatile LiveModules live = LiveModules.NONE;
    private volatile List<ModuleRow> shown = List.of();
    private volatile Map<String, Bundle> programBundles = Map.of();
    private volatile ModuleFramework framework;
    private volatile boolean watching;
    private ScheduledFuture<?> watch;
    private long copies;

    ModuleHost(
            RuntimeSettings settings,
            DefinitionArchive archive,
            ModuleHistory history,
            ModuleListener listener,
            Supplier<Instant> clock) {
        this.settings = settings;
        this.archive = archive;
        this.history = history;
        this.announcements = new Announcements(listener);
        this.clock = clock;
        this.folder = new ModulesFolder(settings.folder());
        this.accepted = settings.folder().resolve(".accepted");
    }

    /** Starts the framework and what lies in the folder, then watches on the executor. */
    synchronized void start(ScheduledExecutorService executor) throws BundleException, IOException {
        Files.createDirectories(accepted);
        framework = ModuleFramework.start(settings);
        clearCopies();
        step(folder.first(), true);
        long millis = settings.interval().toMillis();
        watch = executor.scheduleWithFixedDelay(this::lookAgain, millis, millis, TimeUnit.MILLISECONDS);
        watching = true;
    }

    /** Ends the watch and the framework. Nothing is announced: to the world the modules are as they were. */
    void stop() throws BundleException, InterruptedException {
        watching = false;
        if (watch != null) {
            watch.cancel(false);
        }
        synchronized (this) {
            live = LiveModules.NONE;
            programBundles = Map.of();
            if (framework != null) {
                framework.stop();
            }
        }
    }

    LiveModules live() {
        return live;
    }

    List<ModuleRow> rows() {
        return shown;
    }

    RuntimeHealth health() {
        ModuleFramework running = framework;
        return new RuntimeHealth(
                watching && running != null && running.isActive(),
                count(ModuleState.ACTIVE),
                count(ModuleState.WAITING),
                count(ModuleState.REFUSED));
    }

    private int count(ModuleState state) {
        return (int) shown.stream().filter(row -> row.state() == state).count();
    }

    /** The bundle whose rules may speak for a program. */
    Optional<Bundle> programBundle(String programId) {
        return Optional.ofNullable(programBundles.get(programId));
    }

    ReadWriteLock gate() {
        return gate;
    }

    private void lookAgain() {
        try {
            synchronized (this) {
                if (!watching) {
                    return;
                }
                ModulesFolder.Changes changes = folder.look();
                if (changes.isEmpty()) {
                    announcements.tell();
                } else {
                    step(changes, false);
                }
            }
        } catch (IOException | RuntimeException fault) {
            // A periodic task that throws is never run again; the next look may do better.
            LOG.log(Level.SEVERE, fault, () -> "the modules folder could not be dealt with: " + settings.folder());
        }
    }

    private void step(ModulesFolder.Changes changes, boolean first) {
        long begun = System.nanoTime();
        changes.gone().forEach(this::leave);
        changes.arrived().forEach(this::arrive);
        LiveModules before = live;
        reconcile();
        updateRows(first);
        announcements.note(before, live);
        announcements.tell();
        clearCopies();
        LOG.info(() -> "modules folder: " + changes.arrived().size() + " arrived, " + changes.gone().size() + " gone, in "
                + (System.nanoTime() - begun) / 1_000_000 + " ms");
    }

    // ------------------------------------------------------------------ files

    private void leave(Path file) {
        entries.remove(file);
        deleteQuietly(accepted.resolve(file.getFileName()));
    }

    private void arrive(Path file) {
        Optional<ModuleCandidate> before = Optional.ofNullable(entries.get(file)).flatMap(ModuleEntry::candidate);
        try {
            entries.put(file, ModuleEntry.of(file, read(file)));
        } catch (RefusedModule refused) {
            // What ran of this file goes on; after a restart it is found beside the folder.
            entries.put(file, ModuleEntry.refused(file, refused.reason(), before.or(() -> lastAccepted(file))));
        } catch (IOException notNow) {
            LOG.log(Level.WARNING, notNow, () -> "cannot read " + file + " for now");
            folder.again(file);
        }
    }

    private ModuleCandidate read(Path file) throws RefusedModule, IOException {
        Path copy = settings.work().resolve("incoming-" + ++copies + ".jar");
        return ModuleCandidate.read(file, copy, reader);
    }

    private Optional<ModuleCandidate> lastAccepted(Path file) {
        Path kept = accepted.resolve(file.getFileName());
        if (!Files.exists(kept)) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(kept));
        } catch (RefusedModule | IOException lost) {
            LOG.log(Level.WARNING, lost, () -> "the last good " + file.getFileName() + " cannot be read");
            return Optional.empty();
        }
    }

    // ------------------------------------------------------------------ what runs

    private void reconcile() {
        gate.writeLock().lock();
        try {
            entries.values().forEach(ModuleEntry::tryAgain);
            Map<String, ModuleEntry> wanted = wanted();
            List<Bundle> leaving = new ArrayList<>();
            for (String name : List.copyOf(installed.keySet())) {
                if (!wanted.containsKey(name)) {
                    leaving.add(installed.remove(name).bundle());
                }
            }
            framework.remove(leaving);
            wanted.values().stream()
                    .sorted(Comparator.comparing((ModuleEntry entry) -> entry.module().definition().kind())
                            .thenComparing(entry -> entry.module().name()))
                    .forEach(this::admit);
            startWaiting();
            // Seen before the gate opens: nobody may get hold of a bundle that has just been replaced.
            live = currentlyLive();
            programBundles = currentProgramBundles();
        } catch (BundleException | InterruptedException fault) {
            throw new IllegalStateException("the framework does not follow", fault);
        } finally {
            gate.writeLock().unlock();
        }
    }

    /** Of each module the highest version that lies in the folder. */
    private Map<String, ModuleEntry> wanted() {
        Map<String, ModuleEntry> wanted = new LinkedHashMap<>();
        for (ModuleEntry entry : entries.values()) {
            entry.candidate().ifPresent(candidate -> wanted.merge(
                    candidate.name(),
                    entry,
                    (one, other) -> one.module().version().compareTo(other.module().version()) >= 0 ? one : other));
        }
        return wanted;
    }

    private void admit(ModuleEntry entry) {
        ModuleCandidate candidate = entry.module();
        InstalledModule old = installed.get(candidate.name());
        if (old != null && old.candidate().digest().equals(candidate.digest())) {
            installed.put(candidate.name(), old.of(entry.file()));
            return;
        }
        try {
            checkNobodyElseHas(candidate);
            archive.keep(candidate.frozen());
            InstalledModule fresh = replace(old, candidate, entry.file());
            installed.put(candidate.name(), fresh);
            keepAccepted(candidate, entry.file());
        } catch (RefusedModule refused) {
            entry.fail(refused.reason());
            if (old == null) {
                startLastGood(entry);
            }
        } catch (BundleException | IOException broken) {
            LOG.log(Level.WARNING, broken, () -> candidate.name() + " cannot be installed");
            entry.fail(new Text("无法安装：" + broken.getMessage(), "cannot be installed: " + broken.getMessage()));
        } catch (RuntimeException passing) {
            LOG.log(Level.SEVERE, passing, () -> candidate.name() + " cannot be started for now");
            entry.fail(new Text("暂时无法启用，稍后自动重试", "cannot be started for now; it is tried again"));
            folder.again(entry.file());
        }
    }

    /** After a restart: the file in the folder does not start, but the one before it did. */
    private void startLastGood(ModuleEntry entry) {
        Optional<ModuleCandidate> good = lastAccepted(entry.file())
                .filter(kept -> kept.name().equals(entry.module().name()))
                .filter(kept -> !kept.digest().equals(entry.module().digest()));
        if (good.isEmpty()) {
            return;
        }
        try {
            checkNobodyElseHas(good.get());
            archive.keep(good.get().frozen());
            installed.put(good.get().name(), replace(null, good.get(), entry.file()));
        } catch (RefusedModule | BundleException | IOException lost) {
            LOG.log(Level.WARNING, lost, () -> "the last good " + entry.file().getFileName() + " does not start either");
        }
    }

    /** Puts the new one in the old one's place; when it fails, the old one runs as before. */
    private InstalledModule replace(InstalledModule old, ModuleCandidate candidate, Path file)
            throws RefusedModule, BundleException, IOException {
        Bundle fresh = framework.install(candidate);
        boolean done = false;
        try {
            checkManifest(fresh, candidate);
            if (!framework.resolves(fresh)) {
                List<Text> other = framework.otherMissing(fresh);
                List<Text> programs = framework.missingPrograms(fresh);
                if (old != null || !other.isEmpty() || programs.isEmpty()) {
                    throw new RefusedModule(joined(other, programs));
                }
                done = true;
                return new InstalledModule(candidate, file, fresh);
            }
            if (old != null) {
                old.bundle().stop();
            }
            start(fresh, old);
            done = true;
        } finally {
            if (!done) {
                fresh.uninstall();
            }
        }
        if (old != null) {
            removeReplaced(old.bundle());
        }
        return new InstalledModule(candidate, file, fresh);
    }

    private static void start(Bundle fresh, InstalledModule old) throws RefusedModule, BundleException {
        try {
            fresh.start();
        } catch (BundleException failed) {
            LOG.log(Level.WARNING, failed, () -> fresh.getSymbolicName() + " does not start");
            if (old != null) {
                old.bundle().start();
            }
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            throw new RefusedModule("启动失败：" + cause, "does not start: " + cause);
        }
    }

    private void removeReplaced(Bundle replaced) throws BundleException {
        try {
            framework.remove(List.of(replaced));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new BundleException("stopped while rewiring", stopping);
        }
    }

    /** Starts what waited, where what it waited for has come. */
    private void startWaiting() {
        for (InstalledModule module : installed.values()) {
            if (module.isActive() || !framework.resolves(module.bundle())) {
                continue;
            }
            try {
                module.bundle().start();
            } catch (BundleException failed) {
                LOG.log(Level.WARNING, failed, () -> module.candidate().name() + " does not start");
            }
        }
    }

    // ------------------------------------------------------------------ checks

    /** Two modules cannot bring the same program, notice or call. */
    private void checkNobodyElseHas(ModuleCandidate candidate) throws RefusedModule {
        ModuleDefinition mine = candidate.definition();
        for (InstalledModule other : installed.values()) {
            if (other.candidate().name().equals(candidate.name())) {
                continue;
            }
            ModuleDefinition theirs = other.candidate().definition();
            if (theirs.kind() == mine.kind() && theirs.id().equals(mine.id())) {
                throw new RefusedModule(
                        mine.id() + " 已由模块 " + other.candidate().name() + " 提供",
                        mine.id() + " is brought by the module " + other.candidate().name() + " already");
            }
            Set<String> shared = callsOf(mine);
            shared.retainAll(callsOf(theirs));
            if (!shared.isEmpty()) {
                throw new RefusedModule(
                        "批次 " + shared + " 已由模块 " + other.candidate().name() + " 提供",
                        "the calls " + shared + " are brought by the module " + other.candidate().name() + " already");
            }
        }
    }

    private static Set<String> callsOf(ModuleDefinition definition) {
        Set<String> calls = new HashSet<>();
        if (definition instanceof ModuleDefinition.OfNotice notice) {
            notice.notice().calls().stream().map(CallDefinition::id).forEach(calls::add);
        }
        return calls;
    }

    /** The manifest must say the same as the definition, since the resolver goes by the manifest alone. */
    private static void checkManifest(Bundle bundle, ModuleCandidate candidate) throws RefusedModule {
        if (candidate.definition() instanceof ModuleDefinition.OfProgram program) {
            String expected = program.id() + " " + candidate.version();
            List<String> provided = ModuleFramework.provided(bundle).stream()
                    .map(ModuleFramework.ProvidedProgram::toString)
                    .toList();
            if (!provided.equals(List.of(expected))) {
                throw new RefusedModule(
                        "清单提供 " + provided + "，与 program.xml 的 " + expected + " 不符",
                        "the manifest provides " + provided + ", the definition is " + expected);
            }
        } else if (candidate.definition() instanceof ModuleDefinition.OfNotice notice) {
            Set<String> required = new HashSet<>();
            ModuleFramework.required(bundle).forEach(requirement -> required.add(requirement.program()));
            for (CallDefinition call : notice.notice().calls()) {
                if (!required.contains(call.program())) {
                    throw new RefusedModule(
                            "批次 " + call.id() + " 用到事项 " + call.program() + "，清单没有声明",
                            "the call " + call.id() + " opens the program " + call.program()
                                    + ", which the manifest does not require");
                }
            }
        }
    }

    private static Text joined(List<Text> some, List<Text> more) {
        List<Text> all = new ArrayList<>(some);
        all.addAll(more);
        if (all.isEmpty()) {
            return new Text("无法解析依赖", "its dependencies cannot be resolved");
        }
        return new Text(
                String.join("；", all.stream().map(Text::zh).toList()),
                String.join("; ", all.stream().map(Text::en).toList()));
    }

    // ------------------------------------------------------------------ what is seen

    private LiveModules currentlyLive() {
        Map<String, FrozenProgram> programs = new HashMap<>();
        Map<String, FrozenNotice> notices = new HashMap<>();
        for (InstalledModule module : installed.values()) {
            if (!module.isActive()) {
                continue;
            }
            String hash = module.candidate().frozen().hash();
            ModuleDefinition definition = module.candidate().definition();
            if (definition instanceof ModuleDefinition.OfProgram program) {
                programs.put(program.id(), new FrozenProgram(hash, program.program()));
            } else if (definition instanceof ModuleDefinition.OfNotice notice) {
                notices.put(notice.id(), new FrozenNotice(hash, notice.notice()));
            }
        }
        return LiveModules.of(programs, notices);
    }

    private Map<String, Bundle> currentProgramBundles() {
        Map<String, Bundle> bundles = new HashMap<>();
        for (InstalledModule module : installed.values()) {
            if (module.isActive() && module.candidate().definition() instanceof ModuleDefinition.OfProgram program) {
                bundles.put(program.id(), module.bundle());
            }
        }
        return Map.copyOf(bundles);
    }

    private void updateRows(boolean first) {
        Map<String, ModuleRow> now = new TreeMap<>();
        Set<Path> told = new HashSet<>();
        for (InstalledModule module : installed.values()) {
            ModuleRow row = rowOf(module);
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

    private ModuleRow rowOf(InstalledModule module) {
        ModuleCandidate candidate = module.candidate();
        Bundle bundle = module.bundle();
        // A newer file that was refused is told on the row of the version that goes on.
        Text newer = Optional.ofNullable(entries.get(module.file()))
                .flatMap(ModuleEntry::problem)
                .or(() -> entries.values().stream()
                        .filter(entry -> entry.candidate().map(ModuleCandidate::name).equals(Optional.of(candidate.name())))
                        .flatMap(entry -> entry.problem().stream())
                        .findFirst())
                .orElse(Text.EMPTY);
        Text reason = module.isActive()
                ? newer
                : joined(framework.otherMissing(bundle), framework.missingPrograms(bundle));
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

    // ------------------------------------------------------------------ copies

    private void keepAccepted(ModuleCandidate candidate, Path file) throws IOException {
        Path kept = accepted.resolve(file.getFileName());
        Path half = accepted.resolve(file.getFileName() + ".tmp");
        Files.copy(candidate.jar(), half, StandardCopyOption.REPLACE_EXISTING);
        Files.move(half, kept, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A copy that was read is done with once the framework has its own, or once its file came anew or went. */
    private void clearCopies() {
        Set<String> running = new HashSet<>();
        installed.values().forEach(module -> running.add(module.candidate().digest()));
        Set<Path> needed = new HashSet<>();
        entries.values().stream()
                .flatMap(entry -> entry.candidate().stream())
                .filter(candidate -> !running.contains(candidate.digest()))
                .forEach(candidate -> needed.add(candidate.jar()));
        try (var copied = Files.newDirectoryStream(settings.work(), "incoming-*.jar")) {
            for (Path copy : copied) {
                if (!needed.contains(copy)) {
                    deleteQuietly(copy);
                }
            }
        } catch (IOException unreadable) {
            LOG.log(Level.WARNING, "copies of modules were left behind", unreadable);
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            LOG.log(Level.FINE, "left behind: " + file, left);
        }
    }
}
