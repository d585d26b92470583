package gov.tianmu.engine.modules;

import gov.tianmu.spi.definition.Text;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * The OSGi framework inside the portal, with Declarative Services. Lives from the portal's start to its stop and keeps
 * nothing in between: its work folder is emptied at each start, the modules folder is the truth.
 *
 * <p>Modules see the JDK and the packages the portal exports to them, and nothing else of the portal: no boot
 * delegation, no URL handlers put into the JVM.
 */
final class ModuleFramework {

    /** The capability a program module provides and a notice module requires. */
    static final String PROGRAM_NAMESPACE = "tianmu.program";

    private static final Logger LOG = Logger.getLogger(ModuleFramework.class.getName());
    private static final long REFRESH_SECONDS = 10;
    private static final long BUNDLE_SECONDS = 5;
    private static final int MOST_THREADS = 16;
    private static final long STOP_MILLIS = 10_000;

    private final Framework framework;

    /**
     * Where modules are started and stopped: one that hangs in it must not hold up the others. Not the container's
     * threads, which take nothing up before the portal itself has started.
     */
    private final ExecutorService threads = new ThreadPoolExecutor(
            0, MOST_THREADS, BUNDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), ModuleFramework::thread);

    private long installed;

    private ModuleFramework(Framework framework) {
        this.framework = framework;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "module-life");
        thread.setDaemon(true);
        return thread;
    }

    static ModuleFramework start(RuntimeSettings settings) throws BundleException, IOException {
        Files.createDirectories(settings.work());
        Map<String, String> configuration = new HashMap<>();
        configuration.put(Constants.FRAMEWORK_STORAGE, settings.work().resolve("bundles").toString());
        configuration.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        configuration.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, settings.exportedPackages());
        // Two versions of a module stand side by side for the moment in which one takes over from the other.
        configuration.put(Constants.FRAMEWORK_BSNVERSION, Constants.FRAMEWORK_BSNVERSION_MULTIPLE);
        configuration.put("felix.service.urlhandlers", "false");
        configuration.put("felix.bootdelegation.implicit", "false");
        configuration.put("felix.log.level", "1");
        // A rule's object is made once, not for each call.
        configuration.put("ds.delayed.keepInstances", "true");
        configuration.put("ds.loglevel", "warn");
        Framework framework = new FrameworkFactory().newFramework(configuration);
        framework.init();
        framework.start();
        try {
            startAll(framework.getBundleContext(), settings.systemBundles());
        } catch (BundleException | IOException | RuntimeException failed) {
            framework.stop();
            throw failed;
        }
        return new ModuleFramework(framework);
    }

    private static void startAll(BundleContext context, Collection<URL> systemBundles)
            throws BundleException, IOException {
        List<Bundle> bundles = new ArrayList<>();
        for (URL jar : systemBundles) {
            try (InputStream in = jar.openStream()) {
                bundles.add(context.installBundle("system:" + jar.getPath(), in));
            }
        }
        for (Bundle bundle : bundles) {
            bundle.start();
        }
    }

    boolean isActive() {
        return framework.getState() == Bundle.ACTIVE;
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    /** Installs a checked module beside whatever is there; it does not run yet. */
    Generation install(ModuleCandidate candidate) throws BundleException, IOException {
        try (InputStream in = Files.newInputStream(candidate.jar())) {
            long number = ++installed;
            Bundle bundle = context().installBundle("module:" + candidate.name() + "#" + number, in);
            return new Generation(number, bundle);
        }
    }

    /** Whether everything the bundle requires is there; resolves it when so. */
    boolean resolves(Bundle bundle) {
        return framework.adapt(FrameworkWiring.class).resolveBundles(List.of(bundle));
    }

    /** Starts a bundle within a few seconds or not at all. */
    void start(Bundle bundle) throws BundleException {
        within(bundle, "start", Bundle::start);
    }

    /** Takes a bundle away that never ran. */
    void discard(Bundle bundle) {
        if (bundle.getState() != Bundle.STARTING && bundle.getState() != Bundle.STOPPING) {
            uninstall(bundle);
            return;
        }
        try {
            // Waits for the end of what hangs, and nobody waits for this.
            threads.execute(() -> uninstall(bundle));
        } catch (RejectedExecutionException full) {
            LOG.log(Level.WARNING, full, () -> bundle + " is left behind: too many modules hang");
        }
    }

    private static void uninstall(Bundle bundle) {
        try {
            bundle.uninstall();
        } catch (BundleException | IllegalStateException failed) {
            LOG.log(Level.WARNING, failed, () -> bundle + " is left behind");
        }
    }

    /** Uninstalls what has retired and rewires those that used it, which start again where they can. */
    void remove(Collection<Generation> generations) throws BundleException, InterruptedException {
        List<Bundle> bundles = new ArrayList<>();
        for (Generation generation : generations) {
            Bundle bundle = generation.bundle();
            try {
                within(bundle, "stop", Bundle::stop);
                bundle.uninstall();
                bundles.add(bundle);
            } catch (BundleException hangs) {
                LOG.log(Level.WARNING, hangs, () -> generation + " goes when its stop comes to an end");
                discard(bundle);
            }
        }
        if (!bundles.isEmpty()) {
            refresh(bundles);
        }
    }

    private void refresh(List<Bundle> bundles) throws BundleException, InterruptedException {
        CountDownLatch refreshed = new CountDownLatch(1);
        FrameworkListener listener = event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                refreshed.countDown();
            }
        };
        framework.adapt(FrameworkWiring.class).refreshBundles(bundles, listener);
        if (!refreshed.await(REFRESH_SECONDS, TimeUnit.SECONDS)) {
            throw new BundleException("the framework did not rewire within " + REFRESH_SECONDS + " s");
        }
    }

    private void within(Bundle bundle, String what, BundleAction action) throws BundleException {
        Future<?> done;
        try {
            done = threads.submit(() -> {
                action.on(bundle);
                return null;
            });
        } catch (RejectedExecutionException full) {
            throw new BundleException("no thread to " + what + " it on: too many modules hang", full);
        }
        try {
            done.get(BUNDLE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException hangs) {
            done.cancel(true);
            throw new BundleException("no " + what + " within " + BUNDLE_SECONDS + " s", BundleException.STATECHANGE_ERROR);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof BundleException cause) {
                throw cause;
            }
            throw new BundleException("the " + what + " failed", failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new BundleException("the portal stops", stopping);
        }
    }

    /** A step in a bundle's life. */
    private interface BundleAction {

        void on(Bundle bundle) throws BundleException;
    }

    private List<Text> missingPrograms(Bundle bundle, Collection<Bundle> programs) {
        return required(bundle.adapt(BundleRevision.class).getDeclaredRequirements(PROGRAM_NAMESPACE)).stream()
                .filter(requirement -> !isMet(requirement, programs))
                .map(ProgramRequirement::of)
                .map(requirement -> requirement.asWait(versionOf(requirement.program(), programs)))
                .toList();
    }

    /** Which version of a program is there, although it will not do; empty when there is none. */
    private static String versionOf(String program, Collection<Bundle> programs) {
        return programs.stream()
                .flatMap(bundle -> provided(bundle).stream())
                .filter(provided -> provided.program().equals(program))
                .map(ProvidedProgram::version)
                .findFirst()
                .orElse("");
    }

    private static boolean isMet(BundleRequirement requirement, Collection<Bundle> programs) {
        return programs.stream()
                .flatMap(program -> program.adapt(BundleRevision.class).getDeclaredCapabilities(PROGRAM_NAMESPACE).stream())
                .anyMatch(requirement::matches);
    }

    private List<Text> otherMissing(Bundle bundle) {
        FrameworkWiring wiring = framework.adapt(FrameworkWiring.class);
        return required(bundle.adapt(BundleRevision.class).getDeclaredRequirements(null)).stream()
                .filter(requirement -> !requirement.getNamespace().equals(PROGRAM_NAMESPACE))
                .filter(requirement -> wiring.findProviders(requirement).isEmpty())
                .map(ModuleFramework::describe)
                .toList();
    }

    /** Those that must be met for the bundle to run. */
    private static List<BundleRequirement> required(List<BundleRequirement> declared) {
        return declared.stream()
                .filter(requirement -> !Constants.RESOLUTION_OPTIONAL.equals(
                        requirement.getDirectives().get(Constants.RESOLUTION_DIRECTIVE)))
                // Services come and go; the resolver does not look at them.
                .filter(requirement -> !"active".equals(requirement.getDirectives().get(Constants.EFFECTIVE_DIRECTIVE)))
                .toList();
    }

    /**
     * The programs a bundle must have and that none of these provide. Asked of those that count, not of the wiring: a
     * program on its way out still provides there.
     */
    List<Text> waitsFor(Bundle bundle, Collection<Bundle> programs) {
        return missingPrograms(bundle, programs);
    }

    /** Whether a bundle must have a program that this one provides. */
    static boolean needs(Bundle bundle, Bundle provider) {
        return required(bundle.adapt(BundleRevision.class).getDeclaredRequirements(PROGRAM_NAMESPACE)).stream()
                .anyMatch(requirement -> isMet(requirement, List.of(provider)));
    }

    /** Everything the bundle requires and nobody provides, in one sentence. */
    Text whatIsMissing(Bundle bundle, Collection<Bundle> programs) {
        return joined(otherMissing(bundle), missingPrograms(bundle, programs));
    }

    /** Whether the bundle would run if some program came. */
    boolean waitsForProgramsOnly(Bundle bundle, Collection<Bundle> programs) {
        return otherMissing(bundle).isEmpty() && !missingPrograms(bundle, programs).isEmpty();
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

    private static Text describe(BundleRequirement requirement) {
        String filter = requirement.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, requirement.toString());
        if (requirement.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE)) {
            return new Text("需要门户没有开放的程序包：" + filter, "imports a package that the portal does not export: " + filter);
        }
        return new Text(
                "需要 " + requirement.getNamespace() + " " + filter,
                "requires " + requirement.getNamespace() + " " + filter);
    }

    /** The programs a bundle provides, as its manifest says. */
    static List<ProvidedProgram> provided(Bundle bundle) {
        return bundle.adapt(BundleRevision.class).getDeclaredCapabilities(PROGRAM_NAMESPACE).stream()
                .map(ProvidedProgram::of)
                .toList();
    }

    /** The programs a bundle requires, optional ones too. */
    static List<ProgramRequirement> required(Bundle bundle) {
        return bundle.adapt(BundleRevision.class).getDeclaredRequirements(PROGRAM_NAMESPACE).stream()
                .map(ProgramRequirement::of)
                .toList();
    }

    /** A program as a capability. */
    record ProvidedProgram(String program, String version) {

        private static ProvidedProgram of(BundleCapability capability) {
            return new ProvidedProgram(
                    String.valueOf(capability.getAttributes().get("program")),
                    String.valueOf(capability.getAttributes().get("version")));
        }

        @Override
        public String toString() {
            return program + " " + version;
        }
    }

    void stop() throws BundleException, InterruptedException {
        threads.shutdownNow();
        framework.stop();
        framework.waitForStop(STOP_MILLIS);
    }
}
