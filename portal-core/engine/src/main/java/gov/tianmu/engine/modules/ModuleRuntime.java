package gov.tianmu.engine.modules;

import gov.tianmu.engine.time.PortalClock;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.osgi.framework.BundleException;

/**
 * The module runtime as the portal holds it: started once the database is ready, stopped before the portal goes.
 * Between the two the watched folder decides what runs.
 */
@ApplicationScoped
public class ModuleRuntime {

    private static final Logger LOG = Logger.getLogger(ModuleRuntime.class.getName());

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private DefinitionArchive archive;

    @Inject
    private ModuleHistory history;

    @Inject
    private ModuleEvents events;

    @Inject
    private PortalClock clock;

    @Inject
    private RunningHost running;

    /**
     * Starts the framework and every acceptable module of the folder.
     *
     * @throws IllegalStateException when the framework itself cannot start; a module that cannot is no reason
     */
    public void start(RuntimeSettings settings) {
        ModuleHost starting = new ModuleHost(settings, archive, history, events, clock::now);
        // Set before it starts: who is told that a notice started may look it up at once.
        running.set(starting);
        try {
            starting.start(executor);
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

    /** How the runtime is, for the readiness check. */
    public RuntimeHealth health() {
        return running.get().map(ModuleHost::health).orElse(new RuntimeHealth(false, 0, 0, 0));
    }
}
