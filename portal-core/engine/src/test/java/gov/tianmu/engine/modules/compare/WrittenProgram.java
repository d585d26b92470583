package gov.tianmu.engine.modules.compare;

import gov.tianmu.engine.modules.definition.DefinitionReader;
import gov.tianmu.engine.modules.definition.DefinitionReading;
import gov.tianmu.engine.modules.definition.ModuleContent;
import gov.tianmu.spi.definition.ProgramDefinition;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A program as its author writes it, to be changed by replacing words of it. */
public record WrittenProgram(String xml, String version) {

    public static final WrittenProgram FIRST = new WrittenProgram(
            """
            <program xmlns="urn:tianmu:program:1" id="sample" title="样例" summary="样例事项" case-mark="临样">
              <form>
                <section id="main" title="主要内容">
                  <text id="name" label="名称" required="true" max-length="20"/>
                  <choice id="nature" label="单位性质">
                    <option value="private" label="民营"/>
                    <option value="state" label="国有"/>
                  </choice>
                  <text id="owner" label="出资人">
                    <visible-when field="nature" values="private"/>
                  </text>
                  <phone id="fax" label="传真号码"/>
                  <number id="staff" label="职工人数" min="1" max="500"/>
                </section>
                <section id="people" title="成员">
                  <table id="team" label="成员" max-rows="5">
                    <columns>
                      <text id="member" label="姓名"/>
                      <choice id="degree" label="学历">
                        <option value="master" label="硕士"/>
                        <option value="doctor" label="博士"/>
                      </choice>
                    </columns>
                  </table>
                </section>
              </form>
              <documents>
                <document id="licence" label="营业执照" section="main"/>
                <document id="proof" label="证书" section="people" per="team"/>
              </documents>
              <stages>
                <stage kind="submission" title="申报"/>
                <stage kind="acceptance" title="受理" working-days="5"/>
                <stage kind="scoring" title="评分"/>
                <stage kind="publicity" title="公示"/>
                <stage kind="decision" title="决定"/>
              </stages>
              <scores total="10" bonus-cap="0">
                <section id="place" title="场地" points="10">
                  <item id="room" content="有场地" points="10" methods="site-visit">
                    <deduct-when id="small" label="场地过小" points="2"/>
                  </item>
                </section>
                <veto id="refuses" label="拒绝接受考核管理"/>
              </scores>
              <publicity working-days="5" objection="来信来访"/>
              <result title="称号" name-field="name" valid-for="P3Y"/>
            </program>
            """,
            "1.0.0");

    /** The same program in a later version with some words replaced, one after another. */
    public WrittenProgram but(String... whatAndBy) {
        String changed = xml;
        for (int i = 0; i < whatAndBy.length; i += 2) {
            String what = whatAndBy[i].replace('\'', '"');
            if (!changed.contains(what)) {
                throw new IllegalArgumentException("the test changes nothing: " + what);
            }
            changed = changed.replace(what, whatAndBy[i + 1].replace('\'', '"'));
        }
        return new WrittenProgram(changed, "1.1.0");
    }

    /** The same with a migration from every version below this one. */
    public WrittenProgram migrating(String elements) {
        return but("</program>", "<migration from='[1.0,1.1)'>" + elements + "</migration></program>");
    }

    public ProgramDefinition definition() {
        if (read() instanceof DefinitionReading.Sound<ProgramDefinition> sound) {
            return sound.definition();
        }
        throw new IllegalStateException(errors().toString());
    }

    /** What is wrong with it, as {@code program.xml:LINE:COLUMN: …}. */
    public List<String> errors() {
        return read() instanceof DefinitionReading.Faulty<ProgramDefinition> faulty
                ? faulty.errors().stream().map(Object::toString).toList()
                : List.of();
    }

    public Optional<Migration> migration() {
        return new DefinitionReader().migration(content(), "program.xml");
    }

    private DefinitionReading<ProgramDefinition> read() {
        return new DefinitionReader().program(content(), "program.xml", version);
    }

    private ModuleContent content() {
        return content(Map.of("program.xml", xml));
    }

    /** Files by name. */
    public static ModuleContent content(Map<String, String> files) {
        return new ModuleContent() {
            @Override
            public Optional<byte[]> part(String name) {
                return Optional.ofNullable(files.get(name)).map(text -> text.getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public Collection<String> names() {
                return files.keySet();
            }
        };
    }
}
