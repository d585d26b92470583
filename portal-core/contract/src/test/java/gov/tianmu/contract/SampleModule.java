package gov.tianmu.contract;

import gov.tianmu.testing.ModuleJar;

/** Modules that keep the contract, until a test takes something away from them. */
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

    private SampleModule() {}

    static ModuleJar program() {
        return ModuleJar.program("sample", "1.2.3", PROGRAM)
                .header("Import-Package", "gov.tianmu.spi.rule;version=\"[1.0,2)\",gov.tianmu.spi.answers,"
                        + "gov.tianmu.spi.definition")
                .file("messages_en.properties", PROGRAM_ENGLISH);
    }

    static ModuleJar notice() {
        return ModuleJar.notice("2024-1", "1.2.3", "sample", NOTICE).file("messages_en.properties", NOTICE_ENGLISH);
    }

    /** Gives the program a page that shows #{m.shown}, and what fills that name or another. */
    static ModuleJar page(ModuleJar program, Class<?> model, String bean) {
        return program.pages("<page id=\"own\" view=\"pages/own.xhtml\" audience=\"public\" title=\"概况\"/>")
                .file("pages/own.xhtml", "<div>#{m.shown.name} #{m.msg['x']} #{m.url('y')}</div>")
                .replace("messages_en.properties", "title = Sample", "title = Sample\npage.own.title = Own")
                .header("Import-Package", "gov.tianmu.spi.page")
                .pageModel(model, "sample", bean);
    }
}
