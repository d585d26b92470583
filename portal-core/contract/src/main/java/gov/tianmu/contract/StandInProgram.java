package gov.tianmu.contract;

import gov.tianmu.engine.modules.ProgramRequirement;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/** A program that asks one question, in the place of the one that a notice requires: a notice is tested without it. */
final class StandInProgram {

    private static final Pattern LOWEST = Pattern.compile("≥([0-9]+(?:\\.[0-9]+){0,2})");

    private static final String DEFINITION =
            """
            <program xmlns="urn:tianmu:program:1" id="%s" title="样例" summary="样例事项" case-mark="样例">
              <form><section id="main" title="主要内容">
                <text id="name" label="名称" required="true"/>
              </section></form>
              <stages>
                <stage kind="submission" title="申报"/>
                <stage kind="decision" title="决定"/>
              </stages>
              <result title="称号" name-field="name" valid-for="P3Y"/>
            </program>
            """;

    private StandInProgram() {}

    /** Makes the jar of a program that meets the requirement with the lowest version that does. */
    static Path of(ProgramRequirement requirement, Path folder) throws IOException {
        Matcher lowest = LOWEST.matcher(requirement.range());
        String version = padded(lowest.find() ? lowest.group(1) : "1");
        String id = requirement.program();
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", "stand-in." + id);
        headers.putValue("Bundle-Version", version);
        headers.putValue("Tianmu-Program", "program.xml");
        headers.putValue(
                "Provide-Capability", "tianmu.program;program=" + id + ";version:Version=\"" + version + "\"");
        Path jar = folder.resolve("stand-in-" + id + ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream pack = new JarOutputStream(out, manifest)) {
            pack.putNextEntry(new ZipEntry("program.xml"));
            pack.write(DEFINITION.formatted(id).getBytes(StandardCharsets.UTF_8));
            pack.closeEntry();
        }
        return jar;
    }

    private static String padded(String version) {
        int parts = version.split("\\.").length;
        return version + ".0".repeat(3 - parts);
    }
}
