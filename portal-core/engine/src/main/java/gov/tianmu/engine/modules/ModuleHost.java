package gov.tianmu.engine.modules;

import gov.tianmu.engine.modules.compare.OpenCases;
import gov.tianmu.spi.definition.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/**
 * Brings what runs into step with the watched folder, one look at a time.
 *
 * <p>A new jar is read and checked before anything of the old one is touched, and started beside it. Whatever goes wrong
 * with the new one, the old one goes on, and the row in the module list says why. What runs is published as one snapshot;
 * what came and went is announced after that; whoever is still in an old generation finishes in it, and then it goes.
 */
final class ModuleHost {

    private static final Logger LOG = Logger.getLogger(ModuleHost.class.getName());
    private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

    /** A file that is no whole jar and was written to so lately may still be on its way. */
    private static final Duration COPYING = Duration.ofSeconds(2);

    private static final Duration LOOK_AT_IT_AGAIN = Duration.ofMillis(250);

    private final RuntimeSettings settings;
    private final DefinitionArchive archive;
    private final CaseProtection cases;
    private final Announcements announcements;
    private final ModulesFolder folder;
    private final ModuleJars jars;
    private final ModuleStandings standings;
    private final Transition transition = new Transition();

    private final Map<Path, ModuleEntry> entries = new TreeMap<>();
    private final Map<String, InstalledModule> installed = new TreeMap<>();

    private volatile LiveModules live = LiveModules.NONE;
    private volatile Map<String, Generation> programs = Map.of();
    private volatile ModuleFramework framework;
    private volatile boolean watching;
    private Admission admission;
    private Retirement retirement;
    private ScheduledFuture<?> watch;
    private boolean failing;

    ModuleHost(
            RuntimeSettings settings,
            DefinitionArchive archive,
            OpenCases openCases,
            ModuleHistory history,
            ModuleListener listener,
            Supplier<Instant> clock) {
        this.settings = settings;
        this.archive = archive;
        this.cases = new CaseProtection(openCases);
        this.announcements = new Announcements(listener);
        this.folder = new ModulesFolder(settings.folder());
        this.jars = new ModuleJars(settings);
        this.standings = new ModuleStandings(history, jars.kept(), clock);
    }

    /** Starts the framework and what lies in the folder, then watches on the executor. */
    synchronized void start(ScheduledExecutorService executor) throws BundleException, IOException {
        jars.prepare();
        framework = ModuleFramework.start(settings);
        admission = new Admission(framework, archive, cases);
        retirement = new Retirement(framework);
        step(folder.settle(), Order.OF_THE_FOLDER, true);
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
            programs = Map.of();
            if (framework != null) {
                framework.stop();
            }
        }
    }

    LiveModules live() {
        return live;
    }

    List<ModuleRow> rows() {
        return standings.rows();
    }

    RuntimeHealth health() {
        ModuleFramework running = framework;
        return new RuntimeHealth(
                watching && running != null && running.isActive(),
                standings.count(ModuleState.ACTIVE),
                standings.count(ModuleState.WAITING),
                standings.count(ModuleState.REFUSED));
    }

    /**
     * Enters the running generation of a program.
     *
     * @param patience how long to wait for a change of modules that is under way
     * @return empty when the program does not run
     */
    Optional<ProgramUse> enter(String programId, Duration patience) {
        try {
            do {
                for (Generation now = programs.get(programId); now != null; now = programs.get(programId)) {
                    Optional<ProgramUse> use = ProgramUse.of(programId, now);
                    if (use.isPresent()) {
                        return use;
                    }
                    // Replaced between two looks at the snapshot: the next is there already.
                    Thread.onSpinWait();
                }
            } while (transition.awaitEnd(patience) && programs.containsKey(programId));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    /**
     * Changes the folder on somebody's behalf and brings what runs into step with it before it returns.
     *
     * @throws IOException when the folder cannot be changed
     */
    synchronized void carryOut(Order order, FolderChange change) throws IOException {
        if (!watching) {
            throw new IllegalStateException("the module runtime does not run");
        }
        // What was there before is nobody's order.
        ModulesFolder.Changes before = folder.look();
        if (!before.isEmpty()) {
            step(before, Order.OF_THE_FOLDER, false);
        }
        change.make();
        step(folder.settle(), order, false);
    }

    /** What an order does to the files. */
    interface FolderChange {

        void make() throws IOException;
    }

    /** The files of a module, as they were last looked at; the one that runs or would run first. */
    synchronized List<ModuleEntry> files(String moduleName) {
        return entries.values().stream()
                .filter(entry -> entry.isOf(moduleName))
                .sorted(Comparator.comparing(ModuleEntry::isStopped)
                        .thenComparing(ModuleEntry::version, Comparator.reverseOrder()))
                .toList();
    }

    /** Everything that is in the framework. */
    synchronized List<InstalledModule> installed() {
        return List.copyOf(installed.values());
    }

    /** Those in the framework that would not run without this one. Looked up while none of them can go. */
    synchronized List<InstalledModule> dependants(String name) {
        InstalledModule module = installed.get(name);
        return module == null
                ? List.of()
                : installed.values().stream()
                        .filter(other -> other != module)
                        .filter(other -> ModuleFramework.needs(other.bundle(), module.bundle()))
                        .toList();
    }

    ModuleJars jars() {
        return jars;
    }

    CaseProtection cases() {
        return cases;
    }

    /** What was frozen last of a program or notice, whether or not its module is there. */
    Optional<DryRun.Frozen> lastOf(ModuleDefinition definition) {
        return archive.latest(definition.kind(), definition.id())
                .flatMap(archive::find)
                .map(archived -> new DryRun.Frozen(jars.definition(archived), archived));
    }

    /** Lets a module be looked at as if it came, while nothing changes. */
    synchronized <T> T tryOut(Trial<T> trial) throws IOException {
        return trial.with(framework, List.copyOf(installed.values()));
    }

    /** What is tried with the framework and those that are in it. */
    interface Trial<T> {

        T with(ModuleFramework framework, Collection<InstalledModule> beside) throws IOException;
    }

    private void lookAgain() {
        try {
            synchronized (this) {
                if (!watching) {
                    return;
                }
                ModulesFolder.Changes changes = folder.look();
                if (!changes.isEmpty()) {
                    step(changes, Order.OF_THE_FOLDER, false);
                } else if (!retirement.isEmpty()) {
                    seeOff();
                } else {
                    announcements.tell();
                }
            }
            failing = false;
        } catch (IOException | RuntimeException fault) {
            // A periodic task that throws is never run again; the next look may do better. Said once.
            if (!failing) {
                LOG.log(Level.SEVERE, fault, () -> "the modules folder could not be dealt with: " + settings.folder());
            }
            failing = true;
        }
    }

    private void step(ModulesFolder.Changes changes, Order order, boolean first) {
        long begun = System.nanoTime();
        transition.begin();
        try {
            changes.gone().forEach(this::leave);
            changes.arrived().forEach(file -> arrive(file, first));
            LiveModules before = live;
            reconcile(order, first);
            clearCopies();
            standings.update(installed.values(), running(), entries, framework, order, first);
            announcements.note(before, live);
            announcements.tell();
        } finally {
            transition.end();
        }
        LOG.info(() -> "modules folder: %d arrived, %d gone, in %d ms"
                .formatted(
                        changes.arrived().size(),
                        changes.gone().size(),
                        (System.nanoTime() - begun) / 1_000_000));
    }

    private void leave(Path file) {
        entries.remove(file);
        jars.forget(file);
    }

    private void arrive(Path file, boolean first) {
        Optional<ModuleCandidate> before = Optional.ofNullable(entries.get(file)).flatMap(ModuleEntry::candidate);
        try {
            entries.put(file, ModuleEntry.of(file, jars.read(file)));
        } catch (RefusedModule refused) {
            if (refused.isIncomplete() && !first && ModulesFolder.isFresh(file, COPYING)) {
                folder.again(file, LOOK_AT_IT_AGAIN);
                return;
            }
            // What ran of this file goes on; after a restart it is found beside the folder.
            entries.put(file, ModuleEntry.refused(file, refused, before.or(() -> jars.lastAccepted(file))));
        } catch (IOException notNow) {
            if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
                // Taken away while it was read: the next look says so.
                return;
            }
            entries.put(file, ModuleEntry.refused(
                    file, RefusedModule.unreadable(notNow), before.or(() -> jars.lastAccepted(file))));
            folder.again(file, TRY_AGAIN);
        }
    }

    private void reconcile(Order order, boolean first) {
        try {
            entries.values().forEach(ModuleEntry::tryAgain);
            Map<String, ModuleEntry> wanted = wanted();
            List<Generation> leaving = new ArrayList<>();
            for (String name : List.copyOf(installed.keySet())) {
                if (!wanted.containsKey(name)) {
                    leaving.add(installed.remove(name).generation());
                }
            }
            wanted.values().stream()
                    .sorted(Comparator.comparing((ModuleEntry entry) -> entry.module().definition().kind())
                            .thenComparing(entry -> entry.module().name()))
                    .forEach(entry -> admit(entry, order, first, leaving));
            startWaiting();
            publish();
            retirement.retire(leaving);
            startWaiting();
            publish();
        } catch (BundleException fault) {
            throw new IllegalStateException("the framework does not follow", fault);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the portal stops", stopping);
        }
    }

    /** Takes away what was still in use at the last look and is not any more. */
    private void seeOff() {
        LiveModules before = live;
        try {
            retirement.goOn();
            startWaiting();
            publish();
            standings.update(installed.values(), running(), entries, framework, Order.OF_THE_FOLDER, false);
            announcements.note(before, live);
            announcements.tell();
        } catch (BundleException fault) {
            throw new IllegalStateException("the framework does not follow", fault);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Of each module the highest version that lies in the folder to run. */
    private Map<String, ModuleEntry> wanted() {
        Map<String, ModuleEntry> wanted = new LinkedHashMap<>();
        for (ModuleEntry entry : entries.values()) {
            if (entry.isStopped()) {
                continue;
            }
            entry.candidate().ifPresent(candidate -> wanted.merge(
                    candidate.name(),
                    entry,
                    (one, other) -> one.module().version().compareTo(other.module().version()) >= 0 ? one : other));
        }
        return wanted;
    }

    private void admit(ModuleEntry entry, Order order, boolean first, List<Generation> leaving) {
        ModuleCandidate candidate = entry.module();
        InstalledModule old = installed.get(candidate.name());
        if (old != null && old.candidate().digest().equals(candidate.digest())) {
            installed.put(candidate.name(), old.of(entry.file()));
            return;
        }
        try {
            // What ran when the portal stopped was let in then.
            boolean despiteCases = first && jars.ranLast(candidate, entry.file())
                    || order.despiteCases() && order.isAbout(candidate.name());
            InstalledModule fresh = admission.admit(candidate, entry.file(), installed.values(), despiteCases);
            installed.put(candidate.name(), fresh);
            if (old != null) {
                leaving.add(old.generation());
            }
            jars.accept(candidate, entry.file());
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
            folder.again(entry.file(), TRY_AGAIN);
        }
    }

    /** After a restart: the file in the folder does not start, but the one before it did. */
    private void startLastGood(ModuleEntry entry) {
        Optional<ModuleCandidate> good = jars.lastAccepted(entry.file())
                .filter(kept -> kept.name().equals(entry.module().name()))
                .filter(kept -> !kept.digest().equals(entry.module().digest()));
        if (good.isEmpty()) {
            return;
        }
        try {
            installed.put(good.get().name(), admission.admit(good.get(), entry.file(), installed.values(), true));
        } catch (RefusedModule | BundleException | IOException lost) {
            LOG.log(Level.WARNING, lost, () -> "nor does the last good " + entry.file().getFileName());
        }
    }

    /** Starts what waited, where what it waited for has come. */
    private void startWaiting() {
        for (InstalledModule module : installed.values()) {
            if (module.generation().isActive()
                    || !framework.waitsFor(module.bundle(), programBundles()).isEmpty()
                    || !framework.resolves(module.bundle())) {
                continue;
            }
            try {
                framework.start(module.bundle());
            } catch (BundleException failed) {
                LOG.log(Level.WARNING, failed, () -> module.name() + " does not start");
            }
        }
    }

    private List<Bundle> programBundles() {
        return installed.values().stream()
                .filter(module -> module.candidate().definition().kind() == ModuleKind.PROGRAM)
                .map(InstalledModule::bundle)
                .toList();
    }

    /** The names of those that run and have what they require. */
    private Set<String> running() {
        Set<String> running = new HashSet<>();
        List<Bundle> providers = programBundles();
        for (InstalledModule module : installed.values()) {
            if (module.generation().isActive() && framework.waitsFor(module.bundle(), providers).isEmpty()) {
                running.add(module.name());
            }
        }
        return running;
    }

    private void publish() {
        Map<String, FrozenProgram> livePrograms = new HashMap<>();
        Map<String, FrozenNotice> liveNotices = new HashMap<>();
        Map<String, Generation> generations = new HashMap<>();
        Set<String> running = running();
        for (InstalledModule module : installed.values()) {
            if (!running.contains(module.name())) {
                continue;
            }
            String hash = module.candidate().frozen().hash();
            ModuleDefinition definition = module.candidate().definition();
            if (definition instanceof ModuleDefinition.OfProgram program) {
                livePrograms.put(program.id(), new FrozenProgram(hash, program.program()));
                generations.put(program.id(), module.generation());
            } else if (definition instanceof ModuleDefinition.OfNotice notice) {
                liveNotices.put(notice.id(), new FrozenNotice(hash, notice.notice()));
            }
        }
        programs = Map.copyOf(generations);
        live = LiveModules.of(livePrograms, liveNotices);
    }

    /**
     * A copy that was read is done with once its file came anew or went. Until then it may have to start again, when a
     * higher version in another file has come and gone.
     */
    private void clearCopies() {
        Set<Path> needed = new HashSet<>();
        entries.values().forEach(entry -> entry.candidate().ifPresent(candidate -> needed.add(candidate.jar())));
        jars.clear(needed);
    }
}
