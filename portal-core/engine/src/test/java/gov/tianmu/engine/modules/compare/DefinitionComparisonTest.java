package gov.tianmu.engine.modules.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.engine.modules.compare.DefinitionChange.Kind;
import gov.tianmu.engine.modules.compare.DefinitionChange.Part;
import gov.tianmu.spi.definition.CallDefinition;
import gov.tianmu.spi.definition.NoticeDefinition;
import gov.tianmu.spi.definition.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionComparisonTest {

    private static DefinitionComparison changes(String... whatAndBy) {
        return DefinitionComparison.of(
                WrittenProgram.FIRST.definition(),
                WrittenProgram.FIRST.but(whatAndBy).definition());
    }

    private static List<String> told(DefinitionComparison comparison) {
        return comparison.changes().stream()
                .map(c -> "%s %s %s %s: %s -> %s"
                        .formatted(c.kind(), c.part(), c.id(), c.label().zh(), c.before().zh(), c.after().zh()))
                .toList();
    }

    @Test
    void aProgramIsNotOtherwiseThanItself() {
        assertTrue(changes().isEmpty());
    }

    @Test
    void aQuestionThatCameAndOneThatWentAreTold() {
        assertEquals(
                List.of("ADDED FIELD web 网址:  -> 网址", "REMOVED FIELD fax 传真号码: 传真号码 -> "),
                told(changes("<phone id='fax' label='传真号码'/>", "<text id='web' label='网址'/>")));
    }

    @Test
    void aTableThatWentTakesItsColumnsAlong() {
        DefinitionComparison changes = changes(
                "<table id='team' label='成员' max-rows='5'>", "<table id='members' label='成员' max-rows='5'>",
                "per='team'", "per='members'");

        assertEquals(
                List.of("ADDED FIELD members", "REMOVED FIELD team"),
                changes.changes().stream()
                        .filter(c -> c.part() == Part.FIELD)
                        .map(c -> c.kind() + " " + c.part() + " " + c.id())
                        .toList());
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "label='名称' required    | label='全称' required      | FIELD name 全称: 名称：名称 -> 名称：全称",
                "required='true' max      | required='false' max       | FIELD name 名称: 必填 -> 选填",
                "max-length='20'          | max-length='10'            | FIELD name 名称: 字数上限：20 -> 字数上限：10",
                "<phone id='fax'          | <mobile id='fax'           | FIELD fax 传真号码: 题型：电话 -> 题型：手机",
                "values='private'         | values='private state'     | FIELD owner 出资人: 显示条件：“单位性质”为民营 -> 显示条件：“单位性质”为民营、国有",
                "value='state'            | value='public'             | FIELD nature 单位性质:  -> 选项：国有",
                "label='硕士'             | label='硕士研究生'         | FIELD team.degree 成员：学历: 选项：硕士 -> 选项：硕士研究生",
                "max-rows='5'             | max-rows='3'               | FIELD team 成员: 最多行数：5 -> 最多行数：3",
                "title='主要内容'         | title='基本情况'           | SECTION main 基本情况: 标题：主要内容 -> 标题：基本情况",
                "section='main'           | section='main' required='true' | DOCUMENT licence 营业执照: 可以不上传 -> 必须上传",
                "title='受理' working-days='5' | title='受理'          | STAGE acceptance 受理: 办理工作日：5 -> ",
                "label='场地过小' points='2' | label='场地过小' points='3' | SCORE item.room 有场地: 规则：场地过小（扣2分） -> 规则：场地过小（扣3分）",
                "label='拒绝接受考核管理' | label='拒绝考核'           | SCORE veto.refuses 拒绝考核: 否决项：拒绝接受考核管理 -> 否决项：拒绝考核",
                "publicity working-days='5' | publicity working-days='7' | PUBLICITY publicity 公示: 公示工作日：5 -> 公示工作日：7",
                "valid-for='P3Y'          | valid-for='P2Y'            | RESULT result 称号: 有效期：P3Y -> 有效期：P2Y",
                "title='样例' summary     | title='样品' summary       | PROGRAM sample 样品: 名称：样例 -> 名称：样品",
            })
    void oneChangeIsToldInWordsAndWhatPointsToItIsNot(String what, String by, String change) {
        List<String> told = told(changes(what, by));

        assertTrue(told.stream().map(String::strip).toList().contains("CHANGED " + change), told::toString);
        // An option under another value is one that came and one that went.
        assertEquals(what.startsWith("value='state'") ? 2 : 1, told.size(), told::toString);
    }

    @Test
    void questionsInAnotherOrderAreToldOnce() {
        String fax = "<phone id='fax' label='传真号码'/>";
        DefinitionComparison changes = changes(fax, "", "<text id='name'", fax + "<text id='name'");

        assertEquals(
                List.of("CHANGED FIELD section:main 先后顺序: 名称、单位性质、出资人、传真号码、职工人数 -> 传真号码、名称、单位性质、出资人、职工人数"),
                told(changes));
    }

    @Test
    void aQuestionThatMovedToAnotherSectionSaysSo() {
        String fax = "<phone id='fax' label='传真号码'/>";
        DefinitionComparison changes = changes(fax, "", "<table id='team'", fax + "<table id='team'");

        assertEquals(List.of("CHANGED FIELD fax 传真号码: 所在部分：主要内容 -> 所在部分：成员"), told(changes));
    }

    @Test
    void aPartThatChangedInTwoWaysCountsOnce() {
        DefinitionComparison changes = changes("label='名称' required='true'", "label='全称' required='false'");

        assertEquals(2, changes.of(Kind.CHANGED, Part.FIELD).size());
        assertEquals(1, changes.count(Kind.CHANGED, Part.FIELD));
    }

    @Test
    void whatNobodyMeetsInTheFormIsLeftOutOfIt() {
        DefinitionComparison changes = changes("valid-for='P3Y'", "valid-for='P2Y'", "max-length='20'", "max-length='10'");

        assertEquals(2, changes.changes().size());
        assertEquals(List.of("name"), changes.ofTheForm().changes().stream().map(DefinitionChange::id).toList());
    }

    @Test
    void whatIsDeclaredToHaveAnotherNameIsNoOtherPart() {
        WrittenProgram after = WrittenProgram.FIRST
                .but("id='fax'", "id='telex'", "id='owner'", "id='investor'", "id='team'", "id='crew'", "per='team'", "per='crew'",
                        "id='degree'", "id='education'", "id='licence'", "id='permit'", "label='营业执照'", "label='许可证'")
                .migrating("<rename field='fax' to='telex'/><rename field='owner' to='investor'/><rename field='team' to='crew'/>"
                        + "<rename field='team.degree' to='crew.education'/>"
                        + "<rename-document requirement='licence' to='permit'/>");

        DefinitionComparison changes = DefinitionComparison.of(
                WrittenProgram.FIRST.definition(),
                after.definition(),
                Migration.from(after.migration(), "1.0.0"));

        assertEquals(List.of("CHANGED DOCUMENT permit 许可证: 名称：营业执照 -> 名称：许可证"), told(changes));
    }

    @Test
    void wordsSpeakEnglishToo() {
        DefinitionChange change = changes("max-length='20'", "max-length='10'").changes().get(0);

        assertEquals("Characters at most: 20", change.before().en());
        assertEquals("Characters at most: 10", change.after().en());
    }

    @Test
    void textsAndPrintLayoutsThatReadOtherwiseAreTold() {
        DefinitionComparison changes = changes()
                .withFiles(
                        WrittenProgram.content(Map.of("print/form.xsl", "a", "text/old.xhtml", "b", "program.xml", "1")),
                        WrittenProgram.content(Map.of("print/form.xsl", "A", "program.xml", "2")));

        assertEquals(
                List.of("CHANGED TEXT print/form.xsl print/form.xsl:  -> ", "REMOVED TEXT text/old.xhtml text/old.xhtml:  -> "),
                told(changes));
    }

    @Test
    void aNoticeTellsItsWindowParametersAndWhoMayApply() {
        DefinitionComparison changes = DefinitionComparison.of(
                notice("2023-05-08T15:59:59Z", Map.of("grant", "30000"), List.of("甲厂")),
                notice("2023-05-10T15:59:59Z", Map.of("grant", "20000"), List.of("甲厂", "乙厂")));

        assertEquals(
                List.of(
                        "CHANGED CALL c 申报: 受理截止：2023-05-08 23:59:59 -> 受理截止：2023-05-10 23:59:59",
                        "CHANGED CALL c 申报: 参数 grant：30000 -> 参数 grant：20000",
                        "CHANGED CALL c 申报:  -> 可申报单位：乙厂"),
                told(changes));
    }

    private static NoticeDefinition notice(String closes, Map<String, String> parameters, List<String> eligible) {
        return new NoticeDefinition(
                "n",
                "1.0.0",
                "1号",
                Text.of("通知"),
                Text.of("局"),
                LocalDate.of(2023, 4, 8),
                "text/notice.xhtml",
                List.of(),
                new NoticeDefinition.Contact(Text.of("科"), List.of(), List.of("1"), Text.of("楼")),
                List.of(new CallDefinition(
                        "c",
                        "sample",
                        Text.of("申报"),
                        Instant.parse("2023-04-08T01:00:00Z"),
                        Instant.parse(closes),
                        parameters,
                        eligible)),
                List.of());
    }
}
