package gov.tianmu.engine.modules;

import gov.tianmu.testing.ModuleJar;

/** The smallest modules: a program of one question and a notice of one call. */
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

    private TestModule() {}

    /** A program with one question of this label. */
    static ModuleJar program(String id, String version, String label) {
        return importing(ModuleJar.program(id, version, PROGRAM.formatted(id, label)));
    }

    /** A notice with one call of a program from version 1.0 to below 2.0. */
    static ModuleJar notice(String id, String version, String program) {
        return importing(ModuleJar.notice(id, version, program, NOTICE.formatted(id, id, program)));
    }

    private static ModuleJar importing(ModuleJar module) {
        return module.header(
                "Import-Package",
                "gov.tianmu.spi.answers;version=\"[1.0,2)\",gov.tianmu.spi.definition;version=\"[1.0,2)\","
                        + "gov.tianmu.spi.page;version=\"[1.0,2)\",gov.tianmu.spi.rule;version=\"[1.0,2)\"");
    }
}
