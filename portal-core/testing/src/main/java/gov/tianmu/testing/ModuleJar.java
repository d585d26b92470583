package gov.tianmu.testing;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/**
 * A module's jar in the making, from nothing or out of one that there is. Nothing here looks whether it will be a good
 * module: many a test is about a bad one.
 */
public final class ModuleJar {

    private static final String SIGNATURE = "META-INF/[^/]+\\.(SF|RSA|DSA|EC)";

    private final Manifest manifest;
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private ModuleJar(Manifest manifest) {
        this.manifest = manifest;
    }

    /** A jar with nothing in it: no bundle yet. */
    public static ModuleJar empty() {
        return new ModuleJar(new Manifest()).header("Manifest-Version", "1.0");
    }

    /** A program, in a bundle {@code test.} and its id. */
    public static ModuleJar program(String id, String version, String definition) {
        return bundle("test." + id, version)
                .header("Tianmu-Program", "program.xml")
                .header(
                        "Provide-Capability",
                        "tianmu.program;program=" + id + ";version:Version=\"" + version + "\"")
                .file("program.xml", definition);
    }

    /** A notice that takes a program from version 1.0 to below 2.0, in a bundle {@code test.notice-} and its id. */
    public static ModuleJar notice(String id, String version, String program, String definition) {
        return bundle("test.notice-" + id, version)
                .header("Tianmu-Notice", "notice.xml")
                .header(
                        "Require-Capability",
                        "tianmu.program;filter:=\"(&(program=" + program + ")(version>=1.0)(!(version>=2.0)))\"")
                .file("notice.xml", definition)
                .file("text/notice.xhtml", "<div>好</div>");
    }

    private static ModuleJar bundle(String name, String version) {
        return empty()
                .header("Bundle-ManifestVersion", "2")
                .header("Bundle-SymbolicName", name)
                .header("Bundle-Version", version);
    }

    /** All that is in a jar, its signatures too. */
    public static ModuleJar copyOf(Path jar) throws IOException {
        try (JarFile from = new JarFile(jar.toFile(), false)) {
            ModuleJar copy = new ModuleJar(new Manifest(from.getManifest()));
            for (JarEntry entry : from.stream().filter(each -> !each.isDirectory()).toList()) {
                if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
                    try (InputStream in = from.getInputStream(entry)) {
                        copy.files.put(entry.getName(), in.readAllBytes());
                    }
                }
            }
            return copy;
        }
    }

    /** Takes signatures away, with the digests that they left in the manifest. */
    public ModuleJar unsigned() {
        files.keySet().removeIf(name -> name.matches(SIGNATURE));
        manifest.getEntries().clear();
        return this;
    }

    /** Makes another version of a program out of it. */
    public ModuleJar version(String version) {
        String provided = manifest.getMainAttributes().getValue("Provide-Capability");
        return header("Bundle-Version", version)
                .header(
                        "Provide-Capability",
                        provided.replaceAll("version:Version=\"[^\"]*\"", "version:Version=\"" + version + "\""));
    }

    /** Sets a header; null takes it away. */
    public ModuleJar header(String name, String value) {
        if (value == null) {
            manifest.getMainAttributes().remove(new Attributes.Name(name));
        } else {
            manifest.getMainAttributes().putValue(name, value);
        }
        return this;
    }

    /** Puts a file in, in the place of one that has the name. */
    public ModuleJar file(String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Changes a file, and fails where that changes nothing: the test would be about another module than it says. */
    public ModuleJar replace(String name, String what, String by) {
        String text = new String(files.get(name), StandardCharsets.UTF_8);
        if (!text.contains(what)) {
            throw new IllegalArgumentException("the test changes nothing: there is no " + what + " in " + name);
        }
        return file(name, text.replace(what, by));
    }

    /** Puts the element {@code <pages>} with these pages into the program's definition. */
    public ModuleJar pages(String pages) {
        return replace("program.xml", "</program>", "<pages>" + pages + "</pages></program>");
    }

    /** A rule of the test's own, registered for a program as bnd writes it. */
    public ModuleJar rule(Class<?> rule, String program) {
        return component(rule, "gov.tianmu.spi.rule.CaseRule", program, "");
    }

    /** A model of the test's own for a name that pages use. */
    public ModuleJar pageModel(Class<?> model, String program, String bean) {
        return component(
                model,
                "gov.tianmu.spi.page.PageModel",
                program,
                "<property name=\"tianmu.bean\" type=\"String\" value=\"" + bean + "\"/>");
    }

    private ModuleJar component(Class<?> implementation, String service, String program, String properties) {
        String type = implementation.getName();
        String component = "OSGI-INF/" + type + ".xml";
        String others = manifest.getMainAttributes().getValue("Service-Component");
        return classFile(implementation)
                .file(
                        component,
                        """
                        <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%s">
                          <property name="tianmu.program" type="String" value="%s"/>%s
                          <service><provide interface="%s"/></service>
                          <implementation class="%s"/>
                        </scr:component>
                        """
                                .formatted(type, program, properties, service, type))
                .header("Service-Component", others == null ? component : others + "," + component);
    }

    /** A class of the test's own. */
    public ModuleJar classFile(Class<?> type) {
        String path = type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getClassLoader().getResourceAsStream(path)) {
            files.put(path, in.readAllBytes());
            return this;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Writes under another name and renames, as an operator should. */
    public Path drop(Path folder, String fileName) {
        try {
            Path half = write(folder.resolve(fileName + ".tmp"));
            return Files.move(half, folder.resolve(fileName), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Writes it to a file. */
    public Path write(Path file) throws IOException {
        return write(file, jar -> {});
    }

    /** What a test adds to the jar itself. */
    public interface Addition {

        void to(JarOutputStream jar) throws IOException;
    }

    /** Writes it to a file, with entries that are too large or too many to be kept here. */
    public Path write(Path file, Addition addition) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            write(out, addition);
        }
        return file;
    }

    /** The jar as it would be uploaded. */
    public byte[] bytes() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        write(whole, jar -> {});
        return whole.toByteArray();
    }

    private void write(OutputStream out, Addition addition) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                jar.putNextEntry(new ZipEntry(file.getKey()));
                jar.write(file.getValue());
                jar.closeEntry();
            }
            addition.to(jar);
        }
    }
}
