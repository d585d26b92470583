package gov.tianmu.engine.modules;

import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.modules.compare.OpenCases;
import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.spi.definition.Text;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.osgi.framework.BundleException;

/**
 * The module runtime as the portal holds it: started once the database is ready, stopped before the portal goes.
 * Between the two the watched folder decides what runs.
 */
@ApplicationScoped
public class ModuleRuntime {

    /** The largest jar taken as a module. */
    public static final long MAX_JAR_BYTES = ModuleCandidate.MAX_JAR_BYTES;

    private static final Logger LOG = Logger.getLogger(ModuleRuntime.class.getName());

    /** A thread of the watch's own: on a busy day the container's pool may have none left for a second or more. */
    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private DefinitionArchive archive;

    @Inject
    private OpenCases openCases;

    @Inject
    private ModuleHistory history;

    @Inject
    private ModuleEvents events;

    @Inject
    private PortalClock clock;

    @Inject
    private RunningHost running;

    /** One order at a time: what held when an order began holds until it is done, as far as administrators go. */
    private final Object ordering = new Object();

    private volatile RuntimeSettings settings;
    private ScheduledExecutorService watch;

    /**
     * Starts the framework and every acceptable module of the folder.
     *
     * @throws IllegalStateException when the framework itself cannot start; a module that cannot is no reason
     */
    public void start(RuntimeSettings settings) {
        this.settings = settings;
        ModuleHost starting = new ModuleHost(settings, archive, openCases, history, events, clock::now);
        // Set before it starts: who is told that a notice started may look it up at once.
        running.set(starting);
        watch = Executors.newSingleThreadScheduledExecutor(threads);
        try {
            starting.start(watch);
        } catch (BundleException | IOException failed) {
            throw new IllegalStateException("the module runtime cannot start", failed);
        }
    }

    /** Stops every module and the framework. Calls stay open in the database: the portal comes back. */
    public void stop() {
        Optional<ModuleHost> stopping = running.get();
        running.set(null);
        if (stopping.isEmpty()) {
            return;
        }
        watch.shutdown();
        try {
            stopping.get().stop();
        } catch (BundleException failed) {
            LOG.log(Level.WARNING, "the module runtime did not stop cleanly", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Every module the folder holds or held since the start, ordered by name. */
    public List<ModuleRow> modules() {
        return running.get().map(ModuleHost::rows).orElse(List.of());
    }

    /**
     * Looks at a jar as if it were to start. Starts nothing, changes nothing.
     *
     * @throws UncheckedIOException when it cannot be read at all
     */
    public ModuleReport examine(Path jar) {
        try {
            return new DryRun(host()).of(jar);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Puts a jar into the folder, in the place of the module's file or as a new one; it runs, or waits for its program,
     * when this returns. Call it outside a transaction.
     *
     * @param despiteCases whether it starts although open cases do not fit its form: somebody saw the report
     */
    public Outcome<ModuleRow> put(Actor by, Path jar, boolean despiteCases) {
        synchronized (ordering) {
            return orders().put(by, jar, despiteCases);
        }
    }

    /** Goes back to the version of a module that ran before. */
    public Outcome<ModuleRow> rollBack(Actor by, String name, boolean despiteCases) {
        synchronized (ordering) {
            return orders().rollBack(by, name, despiteCases);
        }
    }

    /**
     * Stops a module; it stays stopped over a restart.
     *
     * @param despiteDependants whether it stops although others need it: refused with their names otherwise
     */
    public Outcome<ModuleRow> stop(Actor by, String name, boolean despiteDependants) {
        synchronized (ordering) {
            return orders().stop(by, name, despiteDependants);
        }
    }

    /** Starts a stopped module. */
    public Outcome<ModuleRow> start(Actor by, String name) {
        synchronized (ordering) {
            return orders().start(by, name);
        }
    }

    /** Takes a module out of the folder. Its cases, documents and roster entries stay readable. */
    public Outcome<Void> remove(Actor by, String name, boolean despiteDependants) {
        synchronized (ordering) {
            return orders().remove(by, name, despiteDependants);
        }
    }

    /** The titles of the modules that would not run without this one. */
    public List<Text> dependants(String name) {
        return running.get().map(host -> orders().dependants(name)).orElse(List.of());
    }

    /**
     * What each module of the folder defines, by the module's name: the id of its program or its notice. A file that is
     * no module defines nothing.
     */
    public Map<String, String> defined() {
        Map<String, String> defined = new HashMap<>();
        running.get().ifPresent(host -> host.rows().forEach(row -> host.files(row.name()).stream()
                .flatMap(file -> file.candidate().stream())
                .findFirst()
                .ifPresent(module -> defined.put(row.name(), module.definition().id()))));
        return defined;
    }

    private ModuleOrders orders() {
        return new ModuleOrders(host(), settings.folder());
    }

    private ModuleHost host() {
        return running.get().orElseThrow(() -> new IllegalStateException("the module runtime does not run"));
    }

    /** How the runtime is, for the readiness check. */
    public RuntimeHealth health() {
        return running.get().map(ModuleHost::health).orElse(new RuntimeHealth(false, 0, 0, 0));
    }
}
