package gov.tianmu.engine.modules;

import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.modules.compare.CaseImpact;
import gov.tianmu.engine.modules.compare.OpenCases;
import gov.tianmu.engine.modules.isolation.IsolationSettings;
import gov.tianmu.engine.modules.trust.ModuleTrust;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.spi.definition.NoticeDefinition;
import gov.tianmu.spi.definition.ProgramDefinition;
import gov.tianmu.spi.page.PageModel;
import gov.tianmu.spi.rule.CaseRule;
import gov.tianmu.spi.rule.CaseView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleWiring;

/**
 * The portal's module runtime without the portal, for those who write modules: the same reader, the same rules of
 * admission, the same framework, and no database, container or screen. It keeps nothing: its folder is a new one, and
 * is gone when it is closed.
 *
 * <p>Thread-safe.
 */
public final class ModuleRehearsal implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final OpenCases NO_CASES = (programId, newHash, after, migration) -> CaseImpact.NONE;

    private final Path home;
    private final ModuleHost host;
    private final ModuleOrders orders;
    private final ScheduledExecutorService changes =
            Executors.newSingleThreadScheduledExecutor(background("rehearsal"));
    private final ExecutorService questions = Executors.newCachedThreadPool(background("rehearsal-rule"));
    private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();

    private ModuleRehearsal(Path home, List<URL> systemBundles, ModuleTrust trust) throws IOException {
        Path folder = Files.createDirectories(home.resolve("modules"));
        RuntimeSettings settings = new RuntimeSettings(
                folder,
                home.resolve("work"),
                systemBundles,
                SpiPackages.exported(),
                INTERVAL,
                trust);
        this.home = home;
        this.host = new ModuleHost(
                settings, new MemoryArchive(), NO_CASES, new MemoryHistory(), event -> {}, Instant::now);
        this.orders = new ModuleOrders(host, folder);
    }

    /**
     * Starts a runtime without modules.
     *
     * @param systemBundles the bundles that the portal brings itself (Declarative Services)
     * @param trust whose modules may start
     * @throws IllegalStateException when the framework does not start
     */
    public static ModuleRehearsal begin(List<URL> systemBundles, ModuleTrust trust) throws IOException {
        Path home = Files.createTempDirectory("tianmu-rehearsal");
        ModuleRehearsal rehearsal = new ModuleRehearsal(home, systemBundles, trust);
        try {
            rehearsal.host.start(rehearsal.changes);
            return rehearsal;
        } catch (BundleException | IOException | RuntimeException failed) {
            rehearsal.close();
            throw new IllegalStateException("the module runtime does not start", failed);
        }
    }

    /** The packages that a module may import of the portal. */
    public static Set<String> exportedPackages() {
        return SpiPackages.names();
    }

    /** How long the portal waits for a program's rules. */
    public static Duration ruleLimit() {
        return IsolationSettings.USUAL.limit();
    }

    /** A dry run: everything that can be said about a jar beside those that run, while nothing starts. */
    public ModuleReport examine(Path jar) throws IOException {
        return new DryRun(host).of(jar);
    }

    /** What the manifest asks of the framework and offers to others. */
    public ModuleWiring wiring(Path jar) throws IOException, BundleException {
        try {
            return host.tryOut((framework, beside) -> {
                try {
                    return ModuleWiring.of(framework, jar);
                } catch (BundleException unreadable) {
                    throw new IOException(unreadable);
                }
            });
        } catch (IOException wrapped) {
            if (wrapped.getCause() instanceof BundleException unreadable) {
                throw unreadable;
            }
            throw wrapped;
        }
    }

    /** Puts a module in, as a new one or in the place of what runs; it runs, or waits, when this returns. */
    public Outcome<ModuleRow> put(Path jar) {
        Outcome<ModuleRow> outcome = orders.put(Actor.system(), jar, true);
        outcome.result().ifPresent(row -> noteLoader(row.name()));
        return outcome;
    }

    /** Takes a module out, whoever needs it. */
    public Outcome<Void> remove(String name) {
        return orders.remove(Actor.system(), name, true);
    }

    /** Every module, ordered by name. */
    public List<ModuleRow> rows() {
        return host.rows();
    }

    /** The program, if one of the id runs. */
    public Optional<ProgramDefinition> program(String id) {
        return Optional.ofNullable(host.live().programs().get(id)).map(FrozenProgram::definition);
    }

    /** The notice, if one of the id runs. */
    public Optional<NoticeDefinition> notice(String id) {
        return Optional.ofNullable(host.live().notices().get(id)).map(FrozenNotice::definition);
    }

    /** Enters a running program, as pages and rule calls do. */
    public Optional<ProgramUse> enter(String programId) {
        return host.enter(programId, PATIENCE);
    }

    /** Asks every rule of a running program, one after the other, and tells what each said, also when it failed. */
    public List<RuleAnswer> ask(String programId, CaseView application) {
        try (ProgramUse use = use(programId)) {
            return use.services(CaseRule.class).stream()
                    .map(rule -> RuleAnswer.of(rule, use.context(), application, questions, ruleLimit()))
                    .toList();
        }
    }

    /** The rules and page models of the module that the portal never asks, since they do not name its program. */
    public List<String> unheard(String programId) {
        String others = "(!(tianmu.program=" + programId + "))";
        try (ProgramUse use = use(programId)) {
            return Stream.of(use.services(CaseRule.class, others), use.services(PageModel.class, others))
                    .flatMap(List::stream)
                    .map(service -> String.valueOf(service.getProperty("component.name")))
                    .toList();
        }
    }

    private ProgramUse use(String programId) {
        return enter(programId)
                .orElseThrow(() -> new IllegalStateException("the program " + programId + " does not run"));
    }

    /** How many class loaders of modules that were put in are alive. Asks the collector to do its work first. */
    public int classLoaders() {
        System.gc();
        synchronized (loaders) {
            loaders.removeIf(loader -> loader.get() == null);
            return loaders.size();
        }
    }

    private void noteLoader(String name) {
        for (InstalledModule module : host.installed()) {
            BundleWiring wiring = module.bundle().adapt(BundleWiring.class);
            if (module.name().equals(name) && module.generation().isActive() && wiring != null) {
                ClassLoader loader = wiring.getClassLoader();
                synchronized (loaders) {
                    if (loaders.stream().noneMatch(known -> known.get() == loader)) {
                        loaders.add(new WeakReference<>(loader));
                    }
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            host.stop();
        } catch (BundleException left) {
            throw new IllegalStateException("the module runtime does not stop", left);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            changes.shutdownNow();
            questions.shutdownNow();
            deleteAll(home);
        }
    }

    private static void deleteAll(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }

    /** A rule that never comes back must not keep the virtual machine of a test. */
    private static ThreadFactory background(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
