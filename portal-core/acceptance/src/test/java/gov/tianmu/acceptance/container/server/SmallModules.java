package gov.tianmu.acceptance.container.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Two modules as an author would hand them in: a program of few questions and a notice that calls it. */
final class SmallModules {

    private SmallModules() {}

    static void writeTo(Path folder) throws IOException {
        write(
                folder.resolve("small-studio.jar"),
                Map.of(
                        "Bundle-SymbolicName", "test.small-studio",
                        "Tianmu-Program", "program.xml",
                        "Provide-Capability", "tianmu.program;program=small-studio;version:Version=\"1.0.0\""),
                Map.of("program.xml", text("program.xml")));
        write(
                folder.resolve("small-2023.jar"),
                Map.of(
                        "Bundle-SymbolicName", "test.small-2023",
                        "Tianmu-Notice", "notice.xml",
                        "Require-Capability",
                                "tianmu.program;filter:=\"(&(program=small-studio)(version>=1.0)(!(version>=2.0)))\""),
                Map.of("notice.xml", text("notice.xml"), "text/notice.xhtml", "<div>好</div>"));
    }

    private static String text(String name) throws IOException {
        try (InputStream in = EngineServer.resource(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void write(Path jar, Map<String, String> headers, Map<String, String> files) throws IOException {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Manifest-Version", "1.0");
        all.put("Bundle-ManifestVersion", "2");
        all.put("Bundle-Version", "1.0.0");
        Manifest manifest = new Manifest();
        all.forEach((name, value) -> manifest.getMainAttributes().put(new Attributes.Name(name), value));
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
    }
}
