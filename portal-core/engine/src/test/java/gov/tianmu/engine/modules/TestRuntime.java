package gov.tianmu.engine.modules;

import gov.tianmu.engine.modules.compare.CaseImpact;
import gov.tianmu.engine.modules.compare.OpenCases;
import gov.tianmu.engine.modules.trust.ModuleTrust;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** The module host with a real framework in a folder of the test, and everything it tells kept in memory. */
final class TestRuntime implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    final Path folder;
    final Path work;
    final Archive archive;
    final History history;
    final List<Record> told = Collections.synchronizedList(new ArrayList<>());
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    private ModuleListener listener = told::add;
    /** None, unless a test says otherwise. */
    OpenCases openCases = (programId, newHash, after, migration) -> CaseImpact.NONE;

    private ModuleTrust trust = ModuleTrust.unsignedAllowed();
    private ModuleHost host;

    TestRuntime(Path home) throws Exception {
        this(home, new Archive(), new History());
    }

    private TestRuntime(Path home, Archive archive, History history) throws Exception {
        this.folder = Files.createDirectories(home.resolve("modules"));
        this.work = home.resolve("work");
        this.archive = archive;
        this.history = history;
    }

    TestRuntime listening(ModuleListener other) {
        listener = other;
        return this;
    }

    TestRuntime trusting(ModuleTrust other) {
        trust = other;
        return this;
    }

    TestRuntime start() throws Exception {
        RuntimeSettings settings = new RuntimeSettings(
                folder, work, systemBundles(), SpiPackages.exported(), Duration.ofMillis(20), trust);
        host = new ModuleHost(settings, archive, openCases, history, listener, Instant::now);
        host.start(executor);
        return this;
    }

    /** The same home after a stop. */
    TestRuntime restarted() throws Exception {
        close();
        TestRuntime again = new TestRuntime(folder.getParent(), archive, history).trusting(trust);
        again.openCases = openCases;
        return again.start();
    }

    ModuleHost host() {
        return host;
    }

    ProgramUse enter(String programId) {
        return host.enter(programId, PATIENCE).orElseThrow(() -> new AssertionError(programId + " does not run"));
    }

    ClassLoader classLoader(String programId) {
        try (ProgramUse use = enter(programId)) {
            return use.context().getBundle().adapt(BundleWiring.class).getClassLoader();
        }
    }

    Bundle[] bundles() {
        return host.installed().get(0).bundle().getBundleContext().getBundles();
    }

    private static List<URL> systemBundles() throws ClassNotFoundException {
        List<URL> bundles = new ArrayList<>();
        for (String type : List.of(
                "org.apache.felix.scr.impl.Activator",
                "org.osgi.service.component.ComponentContext",
                "org.osgi.util.promise.Promise",
                "org.osgi.util.function.Function")) {
            bundles.add(Class.forName(type, false, TestRuntime.class.getClassLoader())
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation());
        }
        return bundles;
    }

    ModuleRow row(String name) {
        return host.rows().stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow(
                () -> new AssertionError("no row " + name + " in " + host.rows()));
    }

    Optional<ModuleState> state(String name) {
        return host.rows().stream().filter(row -> row.name().equals(name)).map(ModuleRow::state).findFirst();
    }

    String reason(String name) {
        return host.rows().stream()
                .filter(row -> row.name().equals(name))
                .map(row -> row.reason().en())
                .findFirst()
                .orElse("");
    }

    void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("it did not come: " + host.rows() + " told " + told);
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
    }

    void await(String name, ModuleState state) {
        await(() -> state(name).equals(Optional.of(state)));
    }

    List<String> toldKinds() {
        synchronized (told) {
            return told.stream().map(event -> event.getClass().getSimpleName()).toList();
        }
    }

    @Override
    public void close() throws Exception {
        if (host != null) {
            host.stop();
        }
        executor.shutdownNow();
    }

    /** An archive that can be away for a while. */
    static final class Archive extends MemoryArchive {

        private volatile boolean away;
        private volatile Runnable meanwhile = () -> {};

        @Override
        public synchronized void keep(ArchivedDefinition definition) {
            if (away) {
                throw new IllegalStateException("the database is away");
            }
            meanwhile.run();
            super.keep(definition);
        }

        /** What happens while a module is being started. */
        void meanwhile(Runnable happening) {
            meanwhile = happening;
        }

        void away(boolean now) {
            away = now;
        }
    }

    /** A history told in short words. */
    static final class History extends MemoryHistory {

        List<String> kinds() {
            synchronized (events) {
                return events.stream().map(event -> event.event().code() + " " + event.version()).toList();
            }
        }
    }
}
