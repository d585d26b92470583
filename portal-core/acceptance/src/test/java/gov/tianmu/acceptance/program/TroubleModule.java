package gov.tianmu.acceptance.program;

import gov.tianmu.engine.modules.trust.ModuleSigner;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** A program whose pages are sound, broken, and filled by models that throw and block; as a vendor might hand it in. */
final class TroubleModule {

    static final String PROGRAM = "page-trouble";
    static final String FILE = "page-trouble.jar";

    private static final String DEFINITION =
            """
            <program xmlns="urn:tianmu:program:1" id="page-trouble" title="页面样例" summary="只为测试" case-mark="样例">
              <form><section id="main" title="主要内容"><text id="name" label="名称"/></section></form>
              <stages><stage kind="submission" title="申报"/><stage kind="decision" title="决定"/></stages>
              <result title="称号" name-field="name" valid-for="P3Y"/>
              <pages>
                <page id="sound" view="pages/sound.xhtml" audience="public" title="一个名字很长很长很长很长很长的样例页面"/>
                <page id="own" view="pages/sound.xhtml" audience="applicant" title="样例页面"/>
                <page id="expression" view="pages/expression.xhtml" audience="public" title="样例"/>
                <page id="value" view="pages/value.xhtml" audience="public" title="样例"/>
                <page id="include" view="pages/include.xhtml" audience="public" title="样例"/>
                <page id="nobody" view="pages/nobody.xhtml" audience="public" title="样例"/>
                <page id="throwing" view="pages/throwing.xhtml" audience="public" title="样例"/>
                <page id="own-throwing" view="pages/throwing.xhtml" audience="applicant" title="样例"/>
                <page id="blocking" view="pages/blocking.xhtml" audience="public" title="样例"/>
              </pages>
            </program>
            """;
    private static final String VIEW =
            """
            <ui:composition xmlns="http://www.w3.org/1999/xhtml" xmlns:ui="jakarta.faces.facelets">%s</ui:composition>
            """;

    private TroubleModule() {}

    /** Signs it with a portal's key and puts it into its folder in some version, as the operator's guide says. */
    static void drop(Path home, String version) throws IOException {
        Path folder = home.resolve("modules");
        Path keys = home.resolve("keys");
        Path half = folder.resolve(FILE + ".tmp");
        try (OutputStream out = Files.newOutputStream(half)) {
            write(out, version);
        }
        new ModuleSigner(keys.resolve("module-signing.p12"), keys.resolve("module-signing-password")).sign(half);
        Files.move(half, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void write(OutputStream out, String version) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("program.xml", utf8(DEFINITION));
        files.put("pages/messages.properties", utf8("hello = 版本" + version + "\n"));
        view(files, "sound", "<p>#{m.msg['hello']}</p><p>#{m.sound.words}</p><img src=\"#{m.url('img/dot.svg')}\" alt=\"\"/>");
        view(files, "expression", "<p>#{m.text('hello').nothing}</p>");
        view(files, "value", "<p>#{m.sound.secret + 1}</p>");
        view(files, "include", "<ui:include src=\"parts/none.xhtml\"/>");
        view(files, "nobody", "<p>#{m.nobody}</p>");
        view(files, "throwing", "<p>#{m.throwing.x}</p>");
        view(files, "blocking", "<p>#{m.blocking.x}</p>");
        files.put(
                "files/img/dot.svg",
                utf8("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script><circle r=\"1\"/></svg>"));
        StringBuilder components = new StringBuilder();
        Map<String, Class<?>> models = Map.of(
                "sound", TroubleModels.Sound.class,
                "throwing", TroubleModels.Throwing.class,
                "blocking", TroubleModels.Blocking.class);
        for (Map.Entry<String, Class<?>> model : models.entrySet()) {
            String type = model.getValue().getName();
            files.put(type.replace('.', '/') + ".class", bytes(model.getValue()));
            files.put("OSGI-INF/" + type + ".xml", utf8(component(type, model.getKey())));
            components.append(components.isEmpty() ? "" : ",").append("OSGI-INF/").append(type).append(".xml");
        }
        try (JarOutputStream jar = new JarOutputStream(out, manifest(version, components.toString()))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                jar.putNextEntry(new ZipEntry(file.getKey()));
                jar.write(file.getValue());
                jar.closeEntry();
            }
        }
    }

    private static void view(Map<String, byte[]> files, String name, String body) {
        files.put("pages/" + name + ".xhtml", utf8(VIEW.formatted(body)));
    }

    private static String component(String type, String bean) {
        return """
               <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%s">
                 <property name="tianmu.program" type="String" value="page-trouble"/>
                 <property name="tianmu.bean" type="String" value="%s"/>
                 <service><provide interface="gov.tianmu.spi.page.PageModel"/></service>
                 <implementation class="%s"/>
               </scr:component>
               """
                .formatted(type, bean, type);
    }

    private static Manifest manifest(String version, String components) {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        Map.of(
                        "Bundle-ManifestVersion", "2",
                        "Bundle-SymbolicName", "test.page-trouble",
                        "Bundle-Version", version,
                        "Tianmu-Program", "program.xml",
                        "Provide-Capability",
                                "tianmu.program;program=page-trouble;version:Version=\"" + version + "\"",
                        "Import-Package", "gov.tianmu.spi.page;version=\"[1.0,2)\"",
                        "Service-Component", components)
                .forEach((name, value) -> headers.put(new Attributes.Name(name), value));
        return manifest;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        String file = type.getName().substring(type.getPackageName().length() + 1) + ".class";
        try (InputStream in = type.getResourceAsStream(file)) {
            return in.readAllBytes();
        }
    }
}
