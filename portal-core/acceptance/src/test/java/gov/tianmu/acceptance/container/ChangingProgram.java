package gov.tianmu.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.engine.home.PortalHome;
import gov.tianmu.engine.modules.Programs;
import gov.tianmu.engine.modules.compare.Migration;
import gov.tianmu.engine.modules.definition.DefinitionReader;
import gov.tianmu.engine.modules.definition.DefinitionReading;
import gov.tianmu.engine.modules.definition.ModuleContent;
import gov.tianmu.spi.definition.ProgramDefinition;
import gov.tianmu.testing.ModuleJar;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** A program of its own whose module is replaced by later versions while cases stand on the first. */
@ApplicationScoped
public class ChangingProgram {

    static final String ID = "changing-studio";
    static final String CALL = "changing-open";
    static final String MODULE = "test.changing-studio";
    static final String NOTICE_TITLE = "会变的通知";

    private static final String JAR = "changing-studio.jar";
    private static final String NOTICE_JAR = "changing-2023.jar";
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final String FIRST =
            """
            <program xmlns="urn:tianmu:program:1" id="changing-studio" title="会变的事项" summary="样例" case-mark="临变">
              <form>
                <section id="unit" title="单位">
                  <text id="unit-name" label="单位全称" required="true" claim="org_name"/>
                  <text id="name" label="名称" required="true" max-length="20"/>
                  <choice id="nature" label="单位性质">
                    <option value="private" label="民营"/>
                    <option value="state" label="国有"/>
                  </choice>
                  <phone id="fax" label="传真号码"/>
                  <number id="staff" label="职工人数" max="500"/>
                </section>
              </form>
              <documents>
                <document id="licence" label="营业执照" section="unit" types="pdf"/>
                <document id="photo" label="照片" section="unit" types="pdf"/>
              </documents>
              <stages>
                <stage kind="submission" title="申报"/>
                <stage kind="acceptance" title="受理"/>
                <stage kind="decision" title="认定"/>
              </stages>
              <result title="称号" name-field="name" valid-for="P3Y"/>
            </program>
            """;

    private static final String NOTICE =
            """
            <notice xmlns="urn:tianmu:notice:1" id="changing-2023" number="临〔2023〕9号" title="会变的通知" issuer="局"
                    issued-on="2023-04-01" text="text/notice.xhtml">
              <contact office="科" address="楼"><telephone>89541368</telephone></contact>
              <call id="changing-open" program="changing-studio" title="会变的批次"
                    opens="2023-04-01T09:00:00+08:00" closes="2099-12-31T23:59:59+08:00"/>
            </notice>
            """;

    /**
     * A definition as a module would bring it.
     *
     * @param version of the module
     */
    record Version(String xml, String version) {

        /** The first, and what is replaced in it makes the next. */
        static Version first() {
            return new Version(FIRST, "1.0.0");
        }

        Version but(String version, String... whatAndBy) {
            String changed = xml;
            for (int i = 0; i < whatAndBy.length; i += 2) {
                String what = whatAndBy[i].replace('\'', '"');
                assertTrue(changed.contains(what), "the test changes nothing: " + what);
                changed = changed.replace(what, whatAndBy[i + 1].replace('\'', '"'));
            }
            return new Version(changed, version);
        }

        Version migrating(String elements) {
            return but(version, "</program>", "<migration from='[1.0,1.1)'>" + elements + "</migration></program>");
        }

        ProgramDefinition definition() {
            DefinitionReading<ProgramDefinition> reading =
                    new DefinitionReader().program(content(), "program.xml", version);
            assertTrue(reading instanceof DefinitionReading.Sound, reading::toString);
            return ((DefinitionReading.Sound<ProgramDefinition>) reading).definition();
        }

        Optional<Migration> migration() {
            return new DefinitionReader().migration(content(), "program.xml");
        }

        private ModuleContent content() {
            return new ModuleContent() {
                @Override
                public Optional<byte[]> part(String name) {
                    return name.equals("program.xml")
                            ? Optional.of(xml.getBytes(StandardCharsets.UTF_8))
                            : Optional.empty();
                }

                @Override
                public Collection<String> names() {
                    return List.of("program.xml");
                }
            };
        }
    }

    @Inject
    private PortalHome home;

    @Inject
    private Programs programs;

    @Inject
    private Tables tables;

    /** The first version runs and takes applications; no case stands on any. */
    void begin() throws Exception {
        forgetCases();
        drop(Version.first());
        publish();
    }

    /** Puts the notice in, and waits until its call is live. */
    void publish() throws Exception {
        ModuleJar.notice("changing-2023", "1.0.0", ID, NOTICE).drop(folder(), NOTICE_JAR);
        await(() -> isCallLive());
    }

    /** Takes the notice away; its program stays. */
    void withdraw() throws Exception {
        Files.delete(folder().resolve(NOTICE_JAR));
        await(() -> !isCallLive());
    }

    /** Asked of the table: outside a transaction an entity stays what it was for the whole of the test's request. */
    private boolean isCallLive() throws SQLException {
        return !tables.words("select id from program_call where id = '" + CALL + "' and live = true").isEmpty();
    }

    /** Puts a version into the watched folder, in the place of the one there, and waits until it is live. */
    void drop(Version version) throws Exception {
        module(version).drop(folder(), JAR);
        await(() -> programs.live(ID)
                .filter(live -> live.definition().version().equals(version.version()))
                .isPresent());
    }

    /** Leaves the portal as it was. */
    void end() throws Exception {
        Files.deleteIfExists(folder().resolve(NOTICE_JAR));
        Files.deleteIfExists(folder().resolve(JAR));
        await(() -> programs.live(ID).isEmpty());
        forgetCases();
        tables.change("delete from program_call where notice_id = 'changing-2023'");
        tables.change("delete from notice where id = 'changing-2023'");
    }

    private void forgetCases() throws SQLException {
        for (String table : List.of("document", "submission", "inbox_message")) {
            tables.change("delete from " + table
                    + " where case_number in (select number from case_file where program_id = 'changing-studio')");
        }
        tables.change("delete from case_file where program_id = 'changing-studio'");
    }

    private Path folder() {
        return home.folder("modules");
    }

    /** A version as its author would hand it in. */
    static byte[] jar(Version version) throws IOException {
        return module(version).bytes();
    }

    private static ModuleJar module(Version version) {
        return ModuleJar.program(ID, version.version(), version.xml());
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            assertTrue(System.nanoTime() < deadline, "it did not come within " + PATIENCE);
            Thread.sleep(50);
        }
    }
}
