package gov.tianmu.engine.modules.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import gov.tianmu.spi.definition.Field;
import gov.tianmu.spi.definition.NoticeDefinition;
import gov.tianmu.spi.definition.ProgramDefinition;
import gov.tianmu.spi.definition.ScoreScheme;
import gov.tianmu.spi.definition.ScoreScheme.ScoreRule;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionReaderTest {

    private static final String PROGRAM =
            """
            <program xmlns="urn:tianmu:program:1" id="sample" title="样例" summary="样例事项" case-mark="临样">
              <form>
                <section id="main" title="主要内容">
                  <text id="name" label="名称" required="true"/>
                  <choice id="kind" label="类别">
                    <option value="a" label="甲"/>
                    <option value="b" label="乙"/>
                  </choice>
                  <text id="detail" label="说明">
                    <visible-when field="kind" values="b"/>
                  </text>
                  <mobile id="mobile" label="手机"/>
                  <table id="rows" label="明细" min-rows="1" max-rows="3">
                    <columns>
                      <choice id="sex" label="性别">
                        <option value="male" label="男"/>
                        <option value="female" label="女"/>
                      </choice>
                      <resident-id id="number" label="身份证号码">
                        <agrees-with sex="sex"/>
                      </resident-id>
                    </columns>
                  </table>
                </section>
              </form>
              <documents>
                <document id="proof" label="证明" section="main" per="rows"/>
              </documents>
              <stages>
                <stage kind="submission" title="申报"/>
                <stage kind="decision" title="决定"/>
              </stages>
              <result title="称号" name-field="name" valid-for="P3Y"/>
            </program>
            """;

    private static final String SCORED = PROGRAM.replace(
                    "<stage kind=\"decision\" title=\"决定\"/>",
                    "<stage kind=\"scoring\" title=\"评分\"/><stage kind=\"decision\" title=\"决定\"/>")
            .replace(
                    "  <result ",
                    """
                      <scores total="20" bonus-cap="5" quorum="3" aggregate="trimmed-mean" divergence="8">
                        <section id="teaching" title="带徒传艺" points="20">
                          <item id="apprentices" content="每年带徒不少于10人" criteria="每少培养1人扣1分" points="10"
                                methods="document-review">
                            <deduct-when id="no-register" label="未建立花名册" points="2"/>
                            <deduct-per-missing id="too-few" label="每少培养1人扣1分" points="1" needed="10" unit="人"/>
                          </item>
                          <item id="place" content="场地" points="10" methods="site-visit management-record">
                            <zero-when id="none" label="无场地不得分"/>
                            <discretionary id="judged" label="视情影响总评分" on-total="true"/>
                          </item>
                        </section>
                        <section id="bonus" title="加分项" points="5" bonus="true">
                          <item id="technicians" content="技师培养" points="5" methods="document-review">
                            <award-per id="technician" label="每培养技师1人得1分" points="1" unit="人"/>
                          </item>
                        </section>
                        <veto id="refuses" label="拒绝接受考核管理"/>
                      </scores>
                      <result \
                    """);

    private static final String NOTICE =
            """
            <notice xmlns="urn:tianmu:notice:1" id="2024-1" number="临人社发〔2024〕1号" title="通知" issuer="局"
                    issued-on="2024-01-02" text="text/notice.xhtml">
              <contact office="科" address="楼"><telephone>89541368</telephone></contact>
              <call id="2024-1-sample" program="sample" title="样例"
                    opens="2024-01-02T09:00:00+08:00" closes="2024-02-02T23:59:59+08:00">
                <parameter name="grant" value="30000"/>
              </call>
            </notice>
            """;

    private final DefinitionReader reader = new DefinitionReader();

    @Test
    void aProgramIsReadWithItsTypesAndDefaults() {
        ProgramDefinition program = program(PROGRAM);

        assertEquals("1.2.3", program.version());
        assertEquals(
                List.of("name", "kind", "detail", "mobile", "rows"),
                program.fields().map(field -> field.id()).toList());
        assertEquals(100, program.field("name").orElseThrow().maxLength().orElseThrow());
        assertEquals(
                Set.of("b"),
                program.field("detail").orElseThrow().visibleWhen().orElseThrow().values());
        assertTrue(program.field("mobile").orElseThrow().personal());
        assertEquals(3, program.field("rows").orElseThrow().width());
        assertEquals(
                Optional.of("sex"),
                column(program, "number").agreement().orElseThrow().sexField());
        assertEquals(Set.of("pdf", "jpeg", "png"), program.document("proof").orElseThrow().types());
    }

    @Test
    void englishWordsComeFromTheKeysOfTheIds() {
        ProgramDefinition program = program(TextFiles.with("program.xml", PROGRAM)
                .and(
                        "messages_en.properties",
                        "title = Sample\nfield.rows.sex.option.male: Male\nrule.of-my-own = free\n"));

        assertEquals("Sample", program.title().en());
        assertEquals(
                "Male",
                column(program, "sex").option("male").orElseThrow().label().en());
        assertEquals("", program.summary().en());
    }

    @Test
    void anEnglishKeyThatBelongsToNothingIsAnErrorOnItsLine() {
        List<DefinitionError> errors = errors(TextFiles.with("program.xml", PROGRAM)
                .and("messages_en.properties", "title = Sample\n\nfield.nmae.label = Name\n"));

        assertEquals("messages_en.properties:3:1: nothing in the definition has the key field.nmae.label",
                errors.get(0).toString());
    }

    @Test
    void aScoreSchemeCarriesWhatTheAssessmentTableSays() {
        ScoreScheme scheme = program(SCORED).scores().orElseThrow();

        assertEquals(new BigDecimal("20"), scheme.total());
        assertEquals(new ScoreScheme.Panel(3, ScoreScheme.Aggregate.TRIMMED_MEAN, Optional.of(new BigDecimal("8"))),
                scheme.panel());
        ScoreRule.DeductPerMissing missing = assertInstanceOf(
                ScoreRule.DeductPerMissing.class, scheme.sections().get(0).items().get(0).rules().get(1));
        assertEquals(new BigDecimal("10"), missing.needed());
        assertTrue(assertInstanceOf(
                        ScoreRule.Discretionary.class, scheme.sections().get(0).items().get(1).rules().get(1))
                .onTotal());
        assertEquals(Set.of(ScoreScheme.Method.SITE_VISIT, ScoreScheme.Method.MANAGEMENT_RECORD),
                scheme.sections().get(0).items().get(1).methods());
        assertEquals("refuses", scheme.vetoes().get(0).id());
    }

    @Test
    void theFormatCarriesTheWholeAssessmentTableOfAttachment2() throws Exception {
        String table;
        try (InputStream in = DefinitionReaderTest.class.getResourceAsStream("attachment-2.xml")) {
            table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }

        ProgramDefinition program = program(table);

        ScoreScheme scheme = program.scores().orElseThrow();
        assertEquals(
                List.of("35", "15", "15", "15", "20", "10"),
                scheme.sections().stream().map(section -> section.points().toString()).toList());
        assertEquals(16, scheme.sections().stream().mapToInt(section -> section.items().size()).sum());
        assertEquals(3, scheme.vetoes().size());
        assertEquals(Optional.of("studio-recognition"), program.result().renews());
    }

    /** What is replaced, by what, on which line the error must stand, and what it must speak of. */
    @ParameterizedTest(name = "{1} is told on line {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "<text id='name'         | <txt id='name'                     |  4 | txt",
                "id='kind'               | id='Kind'                          |  5 | Kind",
                "id='kind'               | id='name'                          |  5 | name",
                "label='说明'            | label='说明' colour='red'          |  9 | colour",
                "label='名称'            | maxlength='7' label='名称'         |  4 | maxlength",
                "field='kind'            | field='knid'                       | 10 | knid",
                "values='b'              | values='c'                         | 10 | option c",
                "field='kind' values='b' | field='detail'                     | 10 | detail",
                "field='kind' values='b' | field='name' values='b'            | 10 | name",
                "min-rows='1'            | min-rows='4'                       | 13 | min-rows",
                "sex='sex'               | sex='gender'                       | 20 | gender",
                "sex='sex'               | sex='kind'                         | 20 | kind",
                "sex='sex'               | birth='name'                       | 20 | name",
                "per='rows'              | per='kind'                         | 27 | kind",
                "section='main'          | section='mian'                     | 27 | mian",
                "kind='submission'       | kind='publicity'                   | 29 | submission",
                "kind='submission'       | kind='lottery'                     | 30 | lottery",
                "name-field='name'       | name-field='mobile'                | 33 | personal",
                "name-field='name'       | name-field='nobody'                | 33 | nobody",
                "valid-for='P3Y'         | valid-for='three years'            | 33 | three years",
            })
    void aMistakeIsToldWithItsLine(String what, String by, int line, String about) {
        String mistaken = PROGRAM.replace(what.replace('\'', '"'), by.replace('\'', '"'));
        assertTrue(!mistaken.equals(PROGRAM), "the test changes nothing");

        List<DefinitionError> errors = errors(mistaken);

        assertTrue(
                errors.stream().anyMatch(error -> error.line() == line
                        && error.column() > 0
                        && (error.message().en() + error.message().zh()).contains(about)),
                () -> "no error on line " + line + " about " + about + " in " + errors);
    }

    @ParameterizedTest(name = "{1} does not add up")
    @CsvSource(
            delimiter = '|',
            value = {
                "total='20'              | total='21'              | the sections add up to 20, not to the total 21",
                "points='20'             | points='19'             | the items add up to 20, not to the section's 19",
                "bonus-cap='5'           | bonus-cap='6'           | the bonus cap 6",
                "quorum='3'              | quorum='2'              | quorum of 3",
                "points='2'/>            | points='11'/>           | more points than its item",
                "points='2'/>            | points='1.5'/>          | no half points",
            })
    void scoresThatDoNotAddUpAreToldWithTheirLine(String what, String by, String about) {
        String mistaken = SCORED.replace(what.replace('\'', '"'), by.replace('\'', '"'));

        List<DefinitionError> errors = errors(mistaken);

        assertTrue(
                errors.stream().anyMatch(error -> error.line() > 30 && error.message().en().contains(about)),
                errors::toString);
    }

    @Test
    void conditionsThatWaitForEachOtherAreToldWithTheirCircle() {
        String circle = PROGRAM.replace(
                "<option value=\"a\"", "<visible-when field=\"detail\"/><option value=\"a\"");

        List<DefinitionError> errors = errors(circle);

        assertEquals(1, errors.size(), errors::toString);
        assertEquals(5, errors.get(0).line());
        assertEquals("conditions wait for each other: kind → detail → kind", errors.get(0).message().en());
    }

    @Test
    void severalMistakesAreToldAtOnce() {
        String mistaken = PROGRAM.replace("values=\"b\"", "values=\"c\"").replace("per=\"rows\"", "per=\"kind\"");

        assertEquals(List.of(10, 27), errors(mistaken).stream().map(DefinitionError::line).toList());
    }

    @Test
    void aTagLeftOpenIsToldWhereItIsMissed() {
        List<DefinitionError> errors = errors(PROGRAM.replace("</columns>", ""));

        assertEquals(23, errors.get(0).line());
        assertTrue(errors.get(0).message().en().contains("columns"), errors::toString);
    }

    @Test
    void faultsOfFormSpeakBothLanguages() {
        DefinitionError error = errors(PROGRAM.replace("<text id=\"name\"", "<txt id=\"name\"")).get(0);

        assertTrue(error.message().zh().codePoints().anyMatch(c -> c >= 0x4e00), error.message()::zh);
        assertTrue(error.message().en().startsWith("Invalid content was found"), error.message()::en);
        assertTrue(error.inWords().zh().startsWith("program.xml 第4行第"), error.inWords()::zh);
    }

    @Test
    void anExternalEntityIsRefusedAndNeverRead(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "geheim");
        String attack = "<!DOCTYPE program [<!ENTITY xxe SYSTEM \"" + secret.toUri() + "\">]>\n"
                + PROGRAM.replace("样例事项", "&xxe;");

        List<DefinitionError> errors = errors(attack);

        assertEquals(1, errors.get(0).line());
        assertTrue(errors.get(0).message().en().contains("DOCTYPE"), errors::toString);
        assertTrue(!errors.toString().contains("geheim"));
    }

    @Test
    void aBillionLaughsAreRefusedAtTheFirst() {
        StringBuilder attack = new StringBuilder("<!DOCTYPE program [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            attack.append("<!ENTITY l").append(i).append(" \"");
            attack.append(("&l" + (i - 1) + ";").repeat(10)).append("\">");
        }
        attack.append("]>\n").append(PROGRAM.replace("样例事项", "&l29;"));

        List<DefinitionError> errors =
                assertTimeoutPreemptively(Duration.ofSeconds(2), () -> errors(attack.toString()));

        assertTrue(errors.get(0).message().en().contains("DOCTYPE"), errors::toString);
    }

    @Test
    void aFileOverTheLimitIsRefusedUnread() {
        String big = PROGRAM.replace("样例事项", "大".repeat(DefinitionXml.MAX_BYTES));

        assertEquals("the file is over 2 MB", errors(big).get(0).message().en());
    }

    @Test
    void elementsNestedWithoutEndAreRefused() {
        TextFiles content = TextFiles.with("notice.xml", NOTICE)
                .and("text/notice.xhtml", "<div>".repeat(200) + "</div>".repeat(200));

        assertTrue(noticeErrors(content).get(0).message().en().contains("inside each other"));
    }

    @Test
    void aMissingDefinitionIsSaid() {
        assertEquals("program.xml:0:0: the module has no such file", errors(new TextFiles()).get(0).toString());
    }

    @Test
    void aNoticeIsReadWithItsWindow() {
        NoticeDefinition notice = notice(TextFiles.with("notice.xml", NOTICE).and("text/notice.xhtml", "<div>好</div>"));

        assertEquals("2024-02-02T15:59:59Z", notice.calls().get(0).closes().toString());
        assertEquals("30000", notice.calls().get(0).parameters().get("grant"));
    }

    @Test
    void aNoticeWithoutItsTextIsRefused() {
        List<DefinitionError> errors = noticeErrors(TextFiles.with("notice.xml", NOTICE));

        assertEquals("the module has no file text/notice.xhtml", errors.get(0).message().en());
        assertEquals(2, errors.get(0).line());
    }

    @Test
    void aCallThatClosesBeforeItOpensIsRefused() {
        List<DefinitionError> errors = noticeErrors(TextFiles.with(
                        "notice.xml", NOTICE.replace("2024-02-02T23:59:59", "2024-01-02T09:00:00"))
                .and("text/notice.xhtml", "<div>好</div>"));

        assertEquals("notice.xml:5:78: the call does not open before it closes", errors.get(0).toString());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "<script>alert(1)</script>",
                "<p onclick='alert(1)'>x</p>",
                "<a href='javascript:alert(1)'>x</a>",
                "<a href=' JavaScript:alert(1)'>x</a>",
                "<iframe src='http://x'/>",
                "<p style='background:url(http://x)'>x</p>",
                "<form action='/x'><input/></form>",
            })
    void aTextThatCouldActOnThePageIsRefused(String fragment) {
        List<DefinitionError> errors = noticeErrors(TextFiles.with("notice.xml", NOTICE)
                .and("text/notice.xhtml", "<div>\n" + fragment + "\n</div>"));

        assertEquals("text/notice.xhtml", errors.get(0).resource());
        assertEquals(2, errors.get(0).line());
    }

    private static Field column(ProgramDefinition program, String id) {
        return program.field("rows").orElseThrow().column(id).orElseThrow();
    }

    private ProgramDefinition program(String xml) {
        return program(TextFiles.with("program.xml", xml));
    }

    private ProgramDefinition program(ModuleContent content) {
        return definition(reader.program(content, "program.xml", "1.2.3"));
    }

    private NoticeDefinition notice(ModuleContent content) {
        return definition(reader.notice(content, "notice.xml", "1.0.0"));
    }

    private static <T> T definition(DefinitionReading<T> reading) {
        if (reading instanceof DefinitionReading.Faulty<T> faulty) {
            fail(faulty.errors().toString());
        }
        return ((DefinitionReading.Sound<T>) reading).definition();
    }

    private List<DefinitionError> errors(String xml) {
        return errors(TextFiles.with("program.xml", xml));
    }

    @SuppressWarnings("unchecked")
    private List<DefinitionError> errors(ModuleContent content) {
        return assertInstanceOf(
                        DefinitionReading.Faulty.class, reader.program(content, "program.xml", "1.0.0"))
                .errors();
    }

    @SuppressWarnings("unchecked")
    private List<DefinitionError> noticeErrors(ModuleContent content) {
        return assertInstanceOf(
                        DefinitionReading.Faulty.class, reader.notice(content, "notice.xml", "1.0.0"))
                .errors();
    }
}
