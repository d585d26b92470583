package gov.tianmu.acceptance.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.acceptance.running.RunningPortal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** The portal's own studio-recognition module in other versions, signed with the home's key as its operator would. */
public final class StudioVariant {

    /** The module's name. */
    public static final String MODULE = "gov.tianmu.studio-recognition";

    private static final String FILE = "studio-recognition.jar";
    private static final String SIGNATURES = "META-INF/[^/]+\\.(SF|RSA|EC|DSA)";

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
        Path variant = folder.resolve("studio-recognition-" + version + ".jar");
        try (JarFile from = new JarFile(portal.home().resolve("modules").resolve(FILE).toFile())) {
            Manifest manifest = new Manifest(from.getManifest());
            manifest.getEntries().clear();
            Attributes headers = manifest.getMainAttributes();
            headers.putValue("Bundle-Version", version);
            headers.putValue(
                    "Provide-Capability",
                    headers.getValue("Provide-Capability")
                            .replaceAll("version:Version=\"[^\"]*\"", "version:Version=\"" + version + "\""));
            try (JarOutputStream to = new JarOutputStream(Files.newOutputStream(variant), manifest)) {
                for (JarEntry entry : Collections.list(from.entries())) {
                    String name = entry.getName();
                    if (entry.isDirectory() || name.equals(JarFile.MANIFEST_NAME) || name.matches(SIGNATURES)) {
                        continue;
                    }
                    byte[] content = from.getInputStream(entry).readAllBytes();
                    to.putNextEntry(new JarEntry(name));
                    to.write(name.equals("program.xml") ? changed(content, whatAndBy) : content);
                    to.closeEntry();
                }
            }
        }
        return variant;
    }

    private static byte[] changed(byte[] definition, String... whatAndBy) {
        assertEquals(0, whatAndBy.length % 2);
        String xml = new String(definition, StandardCharsets.UTF_8);
        for (int i = 0; i < whatAndBy.length; i += 2) {
            assertTrue(xml.contains(whatAndBy[i]), "nothing is changed: " + whatAndBy[i]);
            xml = xml.replace(whatAndBy[i], whatAndBy[i + 1]);
        }
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    /** A jar that is no bundle. */
    public static byte[] noBundle() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            jar.putNextEntry(new JarEntry("readme.txt"));
            jar.closeEntry();
        }
        return bytes.toByteArray();
    }
}
