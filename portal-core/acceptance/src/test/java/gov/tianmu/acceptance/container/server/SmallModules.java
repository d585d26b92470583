package gov.tianmu.acceptance.container.server;

import gov.tianmu.testing.ModuleJar;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Two modules as an author would hand them in: a program of few questions and a notice that calls it. */
final class SmallModules {

    private SmallModules() {}

    static void writeTo(Path folder) throws IOException {
        ModuleJar.program("small-studio", "1.0.0", text("program.xml")).write(folder.resolve("small-studio.jar"));
        ModuleJar.notice("small-2023", "1.0.0", "small-studio", text("notice.xml"))
                .write(folder.resolve("small-2023.jar"));
    }

    private static String text(String name) throws IOException {
        try (InputStream in = EngineServer.resource(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
