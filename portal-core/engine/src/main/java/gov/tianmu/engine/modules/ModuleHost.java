package gov.tianmu.engine.modules;

import gov.tianmu.spi.definition.Text;
import java.io.IOException;
import java.nio.file.Path;
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
 */
final class ModuleHost {

    private static final Logger LOG = Logger.getLogger(ModuleHost.class.getName());

    private final RuntimeSettings settings;
    private final DefinitionArchive archive;
    private final Announcements announcements;
    private final ModulesFolder folder;
    private final ModuleJars jars;
    private final ModuleStandings standings;

    /** Rules of modules run under the read lock, changes of modules under the write lock. */
    private final ReadWriteLock gate = new ReentrantReadWriteLock(true);

    private final Map<Path, ModuleEntry> entries = new TreeMap<>();
    private final Map<String, InstalledModule> installed = new TreeMap<>();

    private volatile LiveModules live = LiveModules.NONE;
    private volatile Map<String, Bundle> programBundles = Map.of();
    private volatile ModuleFramework framework;
    private volatile boolean watching;
    private ScheduledFuture<?> watch;

    ModuleHost(
            RuntimeSettings settings,
            DefinitionArchive archive,
            ModuleHistory history,
            ModuleListener listener,
            Supplier<Instant> clock) {
        this.settings = settings;
        this.archive = archive;
        this.announcements = new Announcements(listener);
        this.folder = new ModulesFolder(settings.folder());
        this.jars = new ModuleJars(settings);
        this.standings = new ModuleStandings(history, clock);
    }

    /** Starts the framework and what lies in the folder, then watches on the executor. */
    synchronized void start(ScheduledExecutorService executor) throws BundleException, IOException {
        jars.prepare();
        framework = ModuleFramework.start(settings);
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
        standings.update(installed.values(), entries, framework, first);
        announcements.note(before, live);
        announcements.tell();
        clearCopies();
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

    private void arrive(Path file) {
        Optional<ModuleCandidate> before = Optional.ofNullable(entries.get(file)).flatMap(ModuleEntry::candidate);
        try {
            entries.put(file, ModuleEntry.of(file, jars.read(file)));
        } catch (RefusedModule refused) {
            // What ran of this file goes on; after a restart it is found beside the folder.
            entries.put(file, ModuleEntry.refused(file, refused.reason(), before.or(() -> jars.lastAccepted(file))));
        } catch (IOException notNow) {
            LOG.log(Level.WARNING, notNow, () -> "cannot read " + file + " for now");
            folder.again(file);
        }
    }

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
            ModuleFit.checkNobodyElseHas(candidate, installed.values());
            archive.keep(candidate.frozen());
            InstalledModule fresh = replace(old, candidate, entry.file());
            installed.put(candidate.name(), fresh);
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
            folder.again(entry.file());
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
            ModuleFit.checkNobodyElseHas(good.get(), installed.values());
            archive.keep(good.get().frozen());
            installed.put(good.get().name(), replace(null, good.get(), entry.file()));
        } catch (RefusedModule | BundleException | IOException lost) {
            LOG.log(Level.WARNING, lost, () -> "nor does the last good " + entry.file().getFileName());
        }
    }

    /** Puts the new one in the old one's place; when it fails, the old one runs as before. */
    private InstalledModule replace(InstalledModule old, ModuleCandidate candidate, Path file)
            throws RefusedModule, BundleException, IOException {
        Bundle fresh = framework.install(candidate);
        boolean done = false;
        try {
            ModuleFit.checkManifest(fresh, candidate);
            if (!framework.resolves(fresh)) {
                if (old != null || !framework.waitsForProgramsOnly(fresh)) {
                    throw new RefusedModule(framework.whatIsMissing(fresh));
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

    /** A copy that was read is done with once the framework has its own, or once its file came anew or went. */
    private void clearCopies() {
        Set<String> running = new HashSet<>();
        installed.values().forEach(module -> running.add(module.candidate().digest()));
        Set<Path> needed = new HashSet<>();
        entries.values().stream()
                .flatMap(entry -> entry.candidate().stream())
                .filter(candidate -> !running.contains(candidate.digest()))
                .forEach(candidate -> needed.add(candidate.jar()));
        jars.clear(needed);
    }
}
