package gov.tianmu.engine.modules;

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
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** A module's jar made in a test. */
final class TestModule {

    private static final String PROGRAM =
            """
            <program xmlns="urn:tianmu:program:1" id="%s" title="样例" summary="样例事项" case-mark="临样">
              <form><section id="main" title="主要内容">
                <text id="name" label="%s" required="true"/>
              </section></form>
              <stages>
                <stage kind="submission" title="申报"/>
                <stage kind="decision" title="决定"/>
              </stages>
              <result title="称号" name-field="name" valid-for="P3Y"/>
            </program>
            """;

    private static final String NOTICE =
            """
            <notice xmlns="urn:tianmu:notice:1" id="%s" number="临〔2024〕1号" title="通知" issuer="局"
                    issued-on="2024-01-02" text="text/notice.xhtml">
              <contact office="科" address="楼"><telephone>89541368</telephone></contact>
              <call id="%s-a" program="%s" title="样例"
                    opens="2024-01-02T09:00:00+08:00" closes="2024-02-02T23:59:59+08:00"/>
            </notice>
            """;

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final StringBuilder components = new StringBuilder();

    private TestModule(String name, String version) {
        header("Bundle-ManifestVersion", "2");
        header("Bundle-SymbolicName", name);
        header("Bundle-Version", version);
        header(
                "Import-Package",
                "gov.tianmu.spi.answers;version=\"[1.0,2)\",gov.tianmu.spi.definition;version=\"[1.0,2)\","
                        + "gov.tianmu.spi.page;version=\"[1.0,2)\",gov.tianmu.spi.rule;version=\"[1.0,2)\"");
    }

    /** A program with one question of this label. */
    static TestModule program(String id, String version, String label) {
        return new TestModule("test." + id, version)
                .header("Tianmu-Program", "program.xml")
                .header(
                        "Provide-Capability",
                        "tianmu.program;program=" + id + ";version:Version=\"" + version + "\"")
                .file("program.xml", PROGRAM.formatted(id, label));
    }

    /** A notice with one call of a program from version 1.0 to below 2.0. */
    static TestModule notice(String id, String version, String program) {
        return new TestModule("test.notice-" + id, version)
                .header("Tianmu-Notice", "notice.xml")
                .header(
                        "Require-Capability",
                        "tianmu.program;filter:=\"(&(program=" + program + ")(version>=1.0)(!(version>=2.0)))\"")
                .file("notice.xml", NOTICE.formatted(id, id, program))
                .file("text/notice.xhtml", "<div>好</div>");
    }

    /** Sets a header; null takes it away. */
    TestModule header(String name, String value) {
        headers.put(name, value);
        headers.values().removeIf(Objects::isNull);
        return this;
    }

    TestModule file(String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    TestModule replace(String name, String what, String by) {
        return file(name, new String(files.get(name), StandardCharsets.UTF_8).replace(what, by));
    }

    /** A rule of the test's own, registered for a program as bnd writes it. */
    TestModule rule(Class<?> rule, String program) {
        return component(rule, "gov.tianmu.spi.rule.CaseRule", program, "");
    }

    /** A model of the test's own for a name that pages use. */
    TestModule pageModel(Class<?> model, String program, String bean) {
        return component(
                model,
                "gov.tianmu.spi.page.PageModel",
                program,
                "<property name=\"tianmu.bean\" type=\"String\" value=\"" + bean + "\"/>");
    }

    /** The element {@code <pages>} with these pages in it. */
    TestModule pages(String pages) {
        return replace("program.xml", "</program>", "<pages>" + pages + "</pages></program>");
    }

    private TestModule component(Class<?> implementation, String service, String program, String properties) {
        String type = implementation.getName();
        String component = "OSGI-INF/" + type + ".xml";
        classFile(implementation);
        file(
                component,
                """
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%s">
                  <property name="tianmu.program" type="String" value="%s"/>%s
                  <service><provide interface="%s"/></service>
                  <implementation class="%s"/>
                </scr:component>
                """
                        .formatted(type, program, properties, service, type));
        components.append(components.isEmpty() ? "" : ",").append(component);
        return header("Service-Component", components.toString());
    }

    TestModule classFile(Class<?> type) {
        String path = type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getClassLoader().getResourceAsStream(path)) {
            files.put(path, in.readAllBytes());
            return this;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Writes under another name and renames, as an operator should. */
    Path drop(Path folder, String fileName) {
        try {
            Path half = folder.resolve(fileName + ".tmp");
            try (OutputStream out = Files.newOutputStream(half)) {
                write(out);
            }
            return Files.move(half, folder.resolve(fileName), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void write(OutputStream out) throws IOException {
        write(out, jar -> {});
    }

    /** What a test adds to the jar itself. */
    interface Addition {

        void to(JarOutputStream jar) throws IOException;
    }

    void write(OutputStream out, Addition addition) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach((name, value) -> manifest.getMainAttributes().put(new Attributes.Name(name), value));
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
