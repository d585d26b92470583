package gov.tianmu.acceptance.program;

import gov.tianmu.engine.modules.trust.ModuleSigner;
import gov.tianmu.testing.ModuleJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

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
        Path half = module(version).write(folder.resolve(FILE + ".tmp"));
        new ModuleSigner(keys.resolve("module-signing.p12"), keys.resolve("module-signing-password")).sign(half);
        Files.move(half, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
    }

    private static ModuleJar module(String version) {
        return ModuleJar.program(PROGRAM, version, DEFINITION)
                .header("Import-Package", "gov.tianmu.spi.page;version=\"[1.0,2)\"")
                .file("pages/messages.properties", "hello = 版本" + version + "\n")
                .file(
                        "pages/sound.xhtml",
                        view("<p>#{m.msg['hello']}</p><p>#{m.sound.words}</p><img src=\"#{m.url('img/dot.svg')}\" alt=\"\"/>"))
                .file("pages/expression.xhtml", view("<p>#{m.text('hello').nothing}</p>"))
                .file("pages/value.xhtml", view("<p>#{m.sound.secret + 1}</p>"))
                .file("pages/include.xhtml", view("<ui:include src=\"parts/none.xhtml\"/>"))
                .file("pages/nobody.xhtml", view("<p>#{m.nobody}</p>"))
                .file("pages/throwing.xhtml", view("<p>#{m.throwing.x}</p>"))
                .file("pages/blocking.xhtml", view("<p>#{m.blocking.x}</p>"))
                .file(
                        "files/img/dot.svg",
                        "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script><circle r=\"1\"/></svg>")
                .pageModel(TroubleModels.Sound.class, PROGRAM, "sound")
                .pageModel(TroubleModels.Throwing.class, PROGRAM, "throwing")
                .pageModel(TroubleModels.Blocking.class, PROGRAM, "blocking");
    }

    private static String view(String body) {
        return VIEW.formatted(body);
    }
}
