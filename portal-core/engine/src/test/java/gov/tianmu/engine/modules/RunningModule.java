package gov.tianmu.engine.modules;

import gov.tianmu.testing.ModuleJar;
import java.nio.file.Path;
import java.time.Duration;
import org.osgi.framework.wiring.BundleWiring;

/** A program's module with one page in a real framework, for tests of the steps that use it. */
public final class RunningModule implements AutoCloseable {

    private final TestRuntime runtime;
    private int version;

    public RunningModule(Path home) throws Exception {
        runtime = new TestRuntime(home);
    }

    /** Puts the program {@code sample} in, or its next version, whose bean {@code sample} this class fills. */
    public void put(Class<?> model, Class<?>... more) throws Exception {
        String number = "1.0." + version++;
        ModuleJar module = TestModule.program("sample", number, "名称")
                .pages("<page id=\"overview\" view=\"pages/overview.xhtml\" audience=\"public\" title=\"概况\"/>")
                .file("pages/overview.xhtml", "<p>#{m.sample}</p>")
                .pageModel(model, "sample", "sample");
        for (Class<?> each : more) {
            module.classFile(each);
        }
        module.drop(runtime.folder, "sample.jar");
        if (version == 1) {
            runtime.start();
        } else {
            runtime.await(() -> runtime.row("test.sample").version().equals(number));
        }
    }

    public ProgramUse enter() {
        return runtime.host().enter("sample", Duration.ofSeconds(2)).orElseThrow();
    }

    /** The class loader of the module's present generation. */
    public ClassLoader loader() {
        try (ProgramUse use = enter()) {
            return use.context().getBundle().adapt(BundleWiring.class).getClassLoader();
        }
    }

    @Override
    public void close() throws Exception {
        runtime.close();
    }
}
