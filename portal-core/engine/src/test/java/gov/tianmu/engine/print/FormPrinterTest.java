package gov.tianmu.engine.print;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class FormPrinterTest {

    private final FormPrinter printer = new FormPrinter();

    @Test
    void everyAnswerStandsOnThePaperAsTextThatCanBeCopied() throws IOException {
        ApplicationSample sample = new ApplicationSample();
        String text = compact(text(print(sample)));

        for (PrintSource.Section section : sample.source().sections()) {
            for (PrintSource.Item item : section.items()) {
                if (item instanceof PrintSource.Answer answer) {
                    answer.text().lines().forEach(line -> assertContains(text, line));
                } else if (item instanceof PrintSource.Table table) {
                    table.rows().forEach(row -> row.cells().forEach(cell -> assertContains(text, cell.text())));
                }
            }
        }
    }

    @Test
    void thePartsStandInTheNoticesOrder() throws IOException {
        String text = compact(text(print(new ApplicationSample())));
        int from = 0;
        for (String part : List.of(
                "附件1",
                "杭州市临安区技能大师工作室申报表",
                "申报单位杭州清溪精密机械有限公司(盖章)",
                "申报工作室名称周明远数控车工技能大师工作室",
                "填报时间2023年4月20日",
                "杭州市临安区人力资源和社会保障局制",
                "申报单位基本情况",
                "单位全称",
                "☐事业☐全额☐差额☐自收自支",
                "☑企业☐国有☑民营☐其他",
                "☐个体工商户",
                "法人代表沈清溪固定电话0571-63720001手机13800000001",
                "联系人陆小雨",
                "传真号码",
                "通讯地址",
                "公司成立于2008年",
                "领衔人基本情况",
                "姓名周明远性别男民族汉族",
                "出生年月1978年6月政治面貌中共党员学历大专",
                "职务(职称)车间主任身份证号码330124197806150017从业时间1998年7月",
                "工作简历",
                "浙江万马股份有限公司",
                "薄壁件",
                "区级及以上获奖情况",
                "工作室成员情况",
                "成员1",
                "成员4",
                "工作室下一步工作计划：",
                "申报单位意见：",
                "（签章）",
                "专家评估意见：",
                "（签章）",
                "区人力社保局审核意见：",
                "（签字）",
                "申办报告",
                "一、申报工作室名称",
                "二、技能大师和工作室成员简介",
                "三、工作室成立的必要性和可行性",
                "四、所在单位对工作室支持措施",
                "五、工作室建立后工作计划",
                "六、工作室建立后主要工作方向")) {
            int at = text.indexOf(part, from);
            assertTrue(at >= 0, "after position " + from + " there is no " + part + " in: " + text.substring(from));
            from = at + part.length();
        }
    }

    @Test
    void everyPageIsA4AndNamesTheCaseAndItsNumber() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(print(new ApplicationSample()))) {
            int pages = pdf.getNumberOfPages();
            for (int i = 0; i < pages; i++) {
                PDPage page = pdf.getPage(i);
                assertEquals(595.28, page.getMediaBox().getWidth(), 0.5);
                assertEquals(841.89, page.getMediaBox().getHeight(), 0.5);
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(i + 1);
                stripper.setEndPage(i + 1);
                String foot = compact(stripper.getText(pdf));
                assertContains(foot, "申报件编号" + ApplicationSample.NUMBER);
                assertContains(foot, "第" + (i + 1) + "页，共" + pages + "页");
            }
        }
    }

    @Test
    void everyFontIsEmbedded() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(print(new ApplicationSample()))) {
            List<String> names = new ArrayList<>();
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    names.add(font.getName());
                    assertTrue(font.isEmbedded(), font.getName());
                }
            }
            assertTrue(names.stream().allMatch(n -> n.contains("TianmuSong")), names.toString());
        }
    }

    @Test
    void theDocumentSaysItsTitleItsLanguageAndThatItIsTagged() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(print(new ApplicationSample()))) {
            assertEquals("杭州市临安区技能大师工作室申报表：周明远数控车工技能大师工作室", pdf.getDocumentInformation().getTitle());
            assertEquals("zh-CN", pdf.getDocumentCatalog().getLanguage());
            assertTrue(pdf.getDocumentCatalog().getMarkInfo().isMarked());
            assertNotNull(pdf.getDocumentCatalog().getStructureTreeRoot());
        }
    }

    @Test
    void theSameApplicationGivesTheSameBytes() throws IOException {
        assertArrayEquals(print(new ApplicationSample()), print(new ApplicationSample()));
    }

    @Test
    void aProfileOfAThousandCharactersStandsWhole() throws IOException {
        StringBuilder profile = new StringBuilder();
        for (int i = 0; profile.length() < 1000; i++) {
            profile.append((char) (0x4E00 + i * 7));
        }
        String text = compact(text(print(new ApplicationSample().with("unit-profile", profile.toString()))));
        assertContains(text.replaceAll("申报件编号" + ApplicationSample.NUMBER + "第\\d+页，共\\d+页", ""), profile.toString());
    }

    @Test
    void fortyMembersGoOverPagesUnderRepeatedHeads() throws IOException {
        byte[] printed = print(new ApplicationSample().members(40));
        String text = compact(text(printed));
        for (int i = 1; i <= 40; i++) {
            assertContains(text, String.format("33012419900101%04d", i));
        }
        assertTrue(text.split("身份证号码学历", -1).length - 1 >= 2, "the heads stand once only");
    }

    @Test
    void whatIsNotAnsweredLeavesItsBox() throws IOException {
        ApplicationSample sample = new ApplicationSample()
                .with("fax", "")
                .with("leader-other-skills", "")
                .with("leader-telephone", "")
                .with("work-plan", "")
                .members(0);
        String text = compact(text(print(sample)));
        assertContains(text, "传真号码电子邮箱");
        assertContains(text, "工作室成员情况姓名性别");
    }

    @Test
    void aDraftSaysThatItIsOne() throws IOException {
        String text = compact(text(print(new ApplicationSample().draft())));
        assertContains(text, "草稿，尚未提交");
        assertFalse(text.contains(ApplicationSample.NUMBER));
    }

    @Test
    void opinionsStandInTheirBoxesWithWhoAndWhen() throws IOException {
        ApplicationSample sample = new ApplicationSample()
                .opinion("bureau", "经公示无异议，同意认定。", "王审核", LocalDate.of(2023, 6, 1));
        assertContains(compact(text(print(sample))), "区人力社保局审核意见：经公示无异议，同意认定。王审核（签字）2023年6月1日");
    }

    @Test
    void markupInAnswersIsText() throws IOException {
        String hostile = "<script>alert(\"1\")</script> & ]]> &lt; <img src='file:///etc/passwd'/>";
        String text = compact(text(print(new ApplicationSample().with("unit-profile", hostile))));
        assertContains(text, compact(hostile));
    }

    @Test
    void rareCharactersOfNamesStand() throws IOException {
        String text = compact(text(print(new ApplicationSample().with("leader-name", "㛃䶮\uD86D\uDDAF"))));
        assertContains(text, "姓名㛃䶮\uD86D\uDDAF性别");
    }

    @Test
    void aCharacterThatTheFontLacksIsMarkedAndNamed() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintSource source = new ApplicationSample().with("leader-name", "林\uD842\uDFB7").source();
        Printed printed = printer.print(source, ApplicationSample.stylesheet(), out);
        String text = compact(text(out.toByteArray()));
        assertContains(text, "姓名林〓性别");
        assertContains(text, "U+20BB7");
        assertTrue(printed.replaced() > 0);
    }

    @Test
    void aPastedRadicalBecomesTheCharacter() throws IOException {
        assertContains(compact(text(print(new ApplicationSample().with("contact-name", "陆\u2F29雨")))), "联系人陆小雨");
    }

    @Test
    void manyAtOnceArePrintedOneAfterAnother() throws Exception {
        byte[] expected = print(new ApplicationSample());
        ExecutorService many = Executors.newFixedThreadPool(6);
        try {
            List<Future<byte[]>> prints = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                prints.add(many.submit(() -> print(new ApplicationSample())));
            }
            for (Future<byte[]> print : prints) {
                assertArrayEquals(expected, print.get());
            }
        } finally {
            many.shutdownNow();
        }
    }

    private byte[] print(ApplicationSample sample) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Printed printed = printer.print(sample.source(), ApplicationSample.stylesheet(), out);
        assertTrue(printed.pages() > 1);
        String keep = System.getProperty("tianmu.print.keep");
        if (keep != null) {
            Files.write(Path.of(keep, Integer.toHexString(sample.source().hashCode()) + ".pdf"), out.toByteArray());
        }
        return out.toByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(false);
            return stripper.getText(document);
        }
    }

    /** Without white space, which lines and columns bring. */
    private static String compact(String text) {
        return text.replaceAll("[\\s\u3000]+", "");
    }

    private static void assertContains(String text, String part) {
        String wanted = compact(part);
        assertTrue(text.contains(wanted), () -> wanted + " is not in: " + text);
    }
}
