package gov.tianmu.acceptance.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gov.tianmu.acceptance.running.RunningPortal;
import gov.tianmu.testing.ModuleJar;
import java.io.IOException;
import java.nio.file.Path;

/** The portal's own studio-recognition module in other versions, signed with the home's key as its operator would. */
public final class StudioVariant {

    /** The module's name. */
    public static final String MODULE = "gov.tianmu.studio-recognition";

    private static final String FILE = "studio-recognition.jar";

    private StudioVariant() {}

    /**
     * The same module with another version and, alternating, what stands in its definition and what is to stand there.
     */
    public static Path of(RunningPortal portal, Path folder, String version, String... whatAndBy) throws Exception {
        Path jar = unsigned(portal, folder, version, whatAndBy);
        portal.sign(jar);
        return jar;
    }

    /** As above, without a signature. */
    public static Path unsigned(RunningPortal portal, Path folder, String version, String... whatAndBy)
            throws IOException {
        assertEquals(0, whatAndBy.length % 2);
        ModuleJar variant = ModuleJar.copyOf(portal.home().resolve("modules").resolve(FILE))
                .unsigned()
                .version(version);
        for (int i = 0; i < whatAndBy.length; i += 2) {
            variant.replace("program.xml", whatAndBy[i], whatAndBy[i + 1]);
        }
        return variant.write(folder.resolve("studio-recognition-" + version + ".jar"));
    }

    /** A jar that is no bundle. */
    public static byte[] noBundle() throws IOException {
        return ModuleJar.empty().file("readme.txt", "").bytes();
    }
}
