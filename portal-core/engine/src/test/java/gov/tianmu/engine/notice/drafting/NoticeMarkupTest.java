package gov.tianmu.engine.notice.drafting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an officer reads as lines is the published text, and comes back as it was. */
class NoticeMarkupTest {

    private static final Path SHIPPED = Path.of("../../modules/notice-2023-26/src/main/resources/text");

    @ParameterizedTest
    @ValueSource(strings = {"notice", "attachment-1", "attachment-2", "attachment-3"})
    void theShippedTextsSurviveTheRoundTripWithNothingKept(String name) throws IOException {
        String shipped = Files.readString(SHIPPED.resolve(name + ".xhtml"));
        MarkedText text = NoticeMarkup.of(shipped);
        NoticeMarkup.Reading back = NoticeMarkup.read(text);

        assertEquals(List.of(), text.kept());
        assertEquals(List.of(), back.faults());
        assertTrue(Fragments.same(Fragments.parse(shipped), Fragments.parse(back.xhtml())));
        assertEquals(shipped.strip(), back.xhtml().strip());
    }

    @Test
    void anOfficerReadsPlainLines() throws IOException {
        List<String> lines =
                NoticeMarkup.of(Files.readString(SHIPPED.resolve("notice.xhtml"))).lines().lines().toList();

        assertEquals("@ 各有关单位、区级技能大师工作室：", lines.get(0));
        assertEquals("# 1、技能大师工作室认定", lines.get(2));
        assertEquals("## 一、工作目标", lines.get(3));
        assertTrue(lines.contains("> 申办单位的营业执照（或法人登记证书）复印件；"), lines::toString);
        assertTrue(lines.contains("^ 联系人：朱震、王旭阳"), lines::toString);
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("**（一）实施名师带徒。**以技能大师")), lines::toString);
    }

    @Test
    void whatTheMarksCannotSayIsKeptInItsPlace() {
        String fragment = "<p>一</p>\n<figure><figcaption>图</figcaption></figure>\n<p style=\"color:red\">二</p>\n<p>三</p>";
        MarkedText text = NoticeMarkup.of(fragment);

        assertEquals("一\n[[原样1]]\n[[原样2]]\n三", text.lines());
        assertTrue(Fragments.same(
                Fragments.parse(fragment), Fragments.parse(NoticeMarkup.read(text).xhtml())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p># 不是标题</p>",
                "<p>- 不是列表</p>",
                "<p>12. 不是编号</p>",
                "<p>| 不是表</p>",
                "<p>[[原样1]]</p>",
                "<p>a*b**c\\d ⏎ &lt;b&gt; &amp; [x](y)</p>",
                "<h2>没有号的标题</h2>",
                "<h3 id=\"unit\">自己的号</h3>",
                "<ul><li>一</li><li><b>二</b></li></ul>",
                "<ol><li>一<br/>行</li><li>二</li></ol>",
                "<p>见<a href=\"https://www.linan.gov.cn/a?b=1&amp;c=2\">区政府网站</a>。</p>",
                "<table><tbody><tr><td>!a</td><td>{2行}b|c</td></tr></tbody></table>",
                "<table><tbody><tr><td>　</td><td></td></tr></tbody></table>",
                "<p>末尾有空格 </p>",
                "<p><strong>重</strong></p>"
            })
    void nothingIsLostWhateverItLooksLike(String fragment) {
        MarkedText text = NoticeMarkup.of(fragment);
        NoticeMarkup.Reading back = NoticeMarkup.read(text);

        assertEquals(List.of(), back.faults(), text.lines());
        assertTrue(Fragments.same(Fragments.parse(fragment), Fragments.parse(back.xhtml())), back.xhtml());
    }

    @Test
    void listsAndTablesSideBySideStayApart() {
        String fragment = "<ul><li>一</li></ul><ul><li>二</li></ul>"
                + "<table><tbody><tr><td>一</td></tr></tbody></table><table><tbody><tr><td>二</td></tr></tbody></table>";

        assertTrue(Fragments.same(
                Fragments.parse(fragment),
                Fragments.parse(NoticeMarkup.read(NoticeMarkup.of(fragment)).xhtml())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "一<script>alert(1)</script>; 1; tag",
                "好 <b>粗</b>; 1; tag",
                "**没有收尾; 1; bold",
                "[点](javascript:x); 1; link",
                "[[原样7]]; 1; kept",
                "| 一 | 二 |⏎n| 三 |; 2; cells",
                "|% 50 50⏎n| 一 |; 2; widths",
                "# 一 {#a}⏎n# 二 {#a}; 2; heading"
            })
    void whatIsWrongIsToldWithItsLine(String lines, int line, String code) {
        String written = lines.replace("⏎n", "\n");
        List<MarkupFault> faults = NoticeMarkup.read(new MarkedText(written, List.of())).faults();
        assertEquals(line, faults.get(0).line());
        assertEquals(code, faults.get(0).code());
    }

    @Test
    void faultyTextIsStillWellFormedAndCannotAct() {
        String xhtml = NoticeMarkup.read(new MarkedText("<script>x</script> **a\n[b](javascript:c) & <", List.of()))
                .xhtml();

        assertEquals(0, Fragments.parse(xhtml).getElementsByTagName("script").getLength());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "[a", "[a](", "<", "\\", "**", "|% 1", "| a ", "{2行}", "1. ", "# "})
    void longNonsenseIsReadInTimeAndInOneStack(String piece) {
        String nonsense = piece.repeat(100_000 / piece.length());

        assertTimeout(Duration.ofSeconds(5), () -> Fragments.parse(
                NoticeMarkup.read(new MarkedText(nonsense, List.of())).xhtml()));
    }

    @Test
    void aLinksWordsMayBeEscaped() {
        assertEquals(
                "<p><a href=\"/a\">x]y</a></p>\n",
                NoticeMarkup.read(new MarkedText("[x\\]y](/a)", List.of())).xhtml());
    }
}
