package gov.tianmu.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** A module that keeps the contract, until a test takes something away from it. */
final class SampleModule {

    private static final String PROGRAM =
            """
            <program xmlns="urn:tianmu:program:1" id="sample" title="样例" summary="样例事项" case-mark="临样">
              <form><section id="main" title="主要内容">
                <text id="name" label="名称" required="true" max-length="20"/>
                <choice id="kind" label="类别" required="true">
                  <option value="one" label="甲"/><option value="two" label="乙"/>
                </choice>
                <number id="count" label="人数"><visible-when field="kind" values="two"/></number>
              </section></form>
              <stages>
                <stage kind="submission" title="申报"/>
                <stage kind="decision" title="决定"/>
              </stages>
              <result title="称号" name-field="name" valid-for="P3Y"/>
            </program>
            """;

    private static final String PROGRAM_ENGLISH =
            """
            title = Sample
            summary = A sample
            section.main.title = Content
            field.name.label = Name
            field.kind.label = Kind
            field.kind.option.one = One
            field.kind.option.two = Two
            field.count.label = Count
            stage.submission.title = Application
            stage.decision.title = Decision
            result.title = Title
            """;

    private static final String NOTICE =
            """
            <notice xmlns="urn:tianmu:notice:1" id="2024-1" number="临〔2024〕1号" title="通知" issuer="局"
                    issued-on="2024-01-02" text="text/notice.xhtml">
              <contact office="科" address="楼"><telephone>89541368</telephone></contact>
              <call id="2024-1-a" program="sample" title="样例"
                    opens="2024-01-02T09:00:00+08:00" closes="2024-02-02T23:59:59+08:00"/>
            </notice>
            """;

    private static final String NOTICE_ENGLISH =
            """
            title = Notice
            issuer = Bureau
            contact.office = Office
            contact.address = Building
            call.2024-1-a.title = Sample
            """;

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    private SampleModule(String name) {
        header("Bundle-ManifestVersion", "2");
        header("Bundle-SymbolicName", name);
        header("Bundle-Version", "1.2.3");
    }

    static SampleModule program() {
        return new SampleModule("test.sample")
                .header("Tianmu-Program", "program.xml")
                .header("Import-Package", "gov.tianmu.spi.rule;version=\"[1.0,2)\",gov.tianmu.spi.answers,"
                        + "gov.tianmu.spi.definition")
                .header("Provide-Capability", "tianmu.program;program=sample;version:Version=\"1.2.3\"")
                .file("program.xml", PROGRAM)
                .file("messages_en.properties", PROGRAM_ENGLISH);
    }

    static SampleModule notice() {
        return new SampleModule("test.notice")
                .header("Tianmu-Notice", "notice.xml")
                .header(
                        "Require-Capability",
                        "tianmu.program;filter:=\"(&(program=sample)(version>=1.0)(!(version>=2.0)))\"")
                .file("notice.xml", NOTICE)
                .file("messages_en.properties", NOTICE_ENGLISH)
                .file("text/notice.xhtml", "<div>好</div>");
    }

    /** Sets a header; null takes it away. */
    SampleModule header(String name, String value) {
        if (value == null) {
            headers.remove(name);
        } else {
            headers.put(name, value);
        }
        return this;
    }

    SampleModule file(String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    SampleModule replace(String name, String what, String by) {
        return file(name, new String(files.get(name), StandardCharsets.UTF_8).replace(what, by));
    }

    /** A rule of the test's own. */
    SampleModule rule(Class<?> rule) {
        return rule(rule, "sample");
    }

    SampleModule rule(Class<?> rule, String program) {
        return component(rule, "gov.tianmu.spi.rule.CaseRule", program, "");
    }

    /** A page that shows #{m.shown}, and what fills that name. */
    SampleModule page(Class<?> model, String bean) {
        return replace("program.xml", "</program>",
                        """
                        <pages><page id="own" view="pages/own.xhtml" audience="public" title="概况"/></pages></program>
                        """)
                .file("pages/own.xhtml", "<div>#{m.shown.name} #{m.msg['x']} #{m.url('y')}</div>")
                .replace("messages_en.properties", "title = Sample", "title = Sample\npage.own.title = Own")
                .header("Import-Package", "gov.tianmu.spi.page")
                .component(model, "gov.tianmu.spi.page.PageModel", "sample", bean);
    }

    private SampleModule component(Class<?> type, String service, String program, String bean) {
        classFile(type);
        file(
                "OSGI-INF/component.xml",
                """
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%s">
                  <property name="tianmu.program" type="String" value="%s"/>
                  <property name="tianmu.bean" type="String" value="%s"/>
                  <service><provide interface="%s"/></service>
                  <implementation class="%s"/>
                </scr:component>
                """
                        .formatted(type.getName(), program, bean, service, type.getName()));
        return header("Service-Component", "OSGI-INF/component.xml");
    }

    SampleModule classFile(Class<?> type) {
        String path = type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getClassLoader().getResourceAsStream(path)) {
            files.put(path, in.readAllBytes());
            return this;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Path write(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach((name, value) -> manifest.getMainAttributes().put(new Attributes.Name(name), value));
        try (JarOutputStream pack = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                pack.putNextEntry(new ZipEntry(file.getKey()));
                pack.write(file.getValue());
                pack.closeEntry();
            }
        }
        return jar;
    }
}
