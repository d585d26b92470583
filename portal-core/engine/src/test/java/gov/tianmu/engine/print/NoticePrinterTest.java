package gov.tianmu.engine.print;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.spi.definition.NoticeDefinition;
import gov.tianmu.spi.definition.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class NoticePrinterTest {

    private static final Path TEXTS = Path.of("../../modules/notice-2023-26/src/main/resources/text");

    private final NoticePrinter printer = new NoticePrinter();

    private final NoticeDefinition notice = new NoticeDefinition(
            "2023-26",
            "1.0.0",
            "临人社发〔2023〕26号",
            Text.of("关于开展2023年杭州市临安区技能大师工作室认定及评估工作的通知"),
            Text.of("杭州市临安区人力资源和社会保障局"),
            LocalDate.of(2023, 4, 13),
            "text/notice.xhtml",
            List.of(
                    new NoticeDefinition.Attachment(1, Text.of("杭州市临安区技能大师工作室申报表"), "text/attachment-1.xhtml"),
                    new NoticeDefinition.Attachment(2, Text.of("杭州市临安区技能大师工作室考核评估表"), "text/attachment-2.xhtml"),
                    new NoticeDefinition.Attachment(
                            3, Text.of("2020年杭州市临安区认定技能大师工作室名单（期满考核）"), "text/attachment-3.xhtml")),
            new NoticeDefinition.Contact(Text.EMPTY, List.of(), List.of(), Text.EMPTY),
            List.of(),
            List.of());

    @Test
    void theWholeNoticeStandsUnderItsHeadWithItsListOfAttachments() throws IOException {
        String fragment = text("notice.xhtml");
        String printed = compact(words(print(fragment)));
        assertTrue(
                printed.startsWith(compact("杭州市临安区人力资源和社会保障局文件临人社发〔2023〕26号关于开展2023年")), printed);
        assertTrue(printed.contains(compact(fragment.replaceAll("<[^>]+>", ""))), printed);
        assertTrue(printed.endsWith("附件：1.杭州市临安区技能大师工作室申报表2.杭州市临安区技能大师工作室考核评估表"
                + "3.2020年杭州市临安区认定技能大师工作室名单（期满考核）"), printed);
    }

    @Test
    void everyAttachmentStandsWholeOnA4() throws IOException {
        for (NoticeDefinition.Attachment attachment : notice.attachments()) {
            String fragment = text("attachment-" + attachment.ordinal() + ".xhtml");
            byte[] pdf = print(attachment, fragment);
            String printed = compact(words(pdf));
            assertTrue(printed.startsWith("附件" + attachment.ordinal() + compact(attachment.title().zh())), printed);
            for (String cell : fragment.replaceAll("<[^>]+>", "\n").split("\n")) {
                assertTrue(printed.contains(compact(cell)), cell + " is not in " + printed);
            }
            try (PDDocument document = Loader.loadPDF(pdf)) {
                assertEquals(595.28, document.getPage(0).getMediaBox().getWidth(), 0.5);
            }
        }
    }

    @Test
    void theSameNoticeGivesTheSameBytes() throws IOException {
        assertArrayEquals(print(text("notice.xhtml")), print(text("notice.xhtml")));
    }

    @Test
    void aTextThatIsNotWellFormedIsRefused() {
        assertThrows(PrintException.class, () -> print("<p>offen"));
        String entity = "<!DOCTYPE p [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><p>&e;</p>";
        assertThrows(PrintException.class, () -> print(entity));
    }

    @Test
    void theAssessmentTableAddsUpAsPrinted() throws Exception {
        Document table = parse(text("attachment-2.xhtml"));
        Pattern group = Pattern.compile("(.+)（(\\d+)分）");
        int base = 0;
        int bonus = 0;
        List<String> groups = new ArrayList<>();
        NodeList bodies = table.getElementsByTagName("tbody");
        for (int i = 0; i < bodies.getLength(); i++) {
            Element body = (Element) bodies.item(i);
            Matcher named = group.matcher(body.getElementsByTagName("th").item(0).getTextContent());
            if (!named.matches()) {
                continue;
            }
            int points = 0;
            int items = 0;
            NodeList rows = body.getElementsByTagName("tr");
            for (int r = 0; r < rows.getLength(); r++) {
                NodeList cells = ((Element) rows.item(r)).getElementsByTagName("td");
                // The last two are for the scores to be written in.
                points += Integer.parseInt(cells.item(cells.getLength() - 3).getTextContent());
                items++;
            }
            assertEquals(Integer.parseInt(named.group(2)), points, named.group(1));
            groups.add(named.group(1) + items);
            if (named.group(1).equals("加分项")) {
                bonus += points;
            } else {
                base += points;
            }
        }
        assertEquals(List.of("基础保障4", "日常管理2", "技术攻关2", "技术交流3", "带徒传艺2", "加分项3"), groups);
        assertEquals(100, base);
        assertEquals(10, bonus);
    }

    @Test
    void everyRowOfTheTablesHasAllItsCells() throws Exception {
        for (int n = 1; n <= 3; n++) {
            NodeList tables = parse(text("attachment-" + n + ".xhtml")).getElementsByTagName("table");
            for (int t = 0; t < tables.getLength(); t++) {
                List<Integer> widths = widths((Element) tables.item(t));
                assertEquals(1, widths.stream().distinct().count(), "table " + t + " of attachment " + n);
            }
        }
    }

    @Test
    void theRosterOf2020NamesNineStudios() throws Exception {
        Element body = (Element) parse(text("attachment-3.xhtml")).getElementsByTagName("tbody").item(0);
        assertEquals(9, body.getElementsByTagName("tr").getLength());
    }

    /** How many columns each row takes, cells that reach down from above included. */
    private static List<Integer> widths(Element table) {
        NodeList rows = table.getElementsByTagName("tr");
        int[] taken = new int[rows.getLength()];
        for (int r = 0; r < rows.getLength(); r++) {
            for (String kind : List.of("th", "td")) {
                NodeList cells = ((Element) rows.item(r)).getElementsByTagName(kind);
                for (int c = 0; c < cells.getLength(); c++) {
                    Element cell = (Element) cells.item(c);
                    for (int down = 0; down < span(cell, "rowspan"); down++) {
                        taken[r + down] += span(cell, "colspan");
                    }
                }
            }
        }
        List<Integer> widths = new ArrayList<>();
        for (int width : taken) {
            widths.add(width);
        }
        return widths;
    }

    private static int span(Element cell, String attribute) {
        return cell.hasAttribute(attribute) ? Integer.parseInt(cell.getAttribute(attribute)) : 1;
    }

    private byte[] print(String fragment) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        printer.print(notice, fragment, out);
        return keep("notice.pdf", out);
    }

    private byte[] print(NoticeDefinition.Attachment attachment, String fragment) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Printed printed = printer.print(notice, attachment, fragment, out);
        assertEquals(0, printed.replaced());
        return keep("attachment-" + attachment.ordinal() + ".pdf", out);
    }

    private static byte[] keep(String name, ByteArrayOutputStream out) throws IOException {
        String folder = System.getProperty("tianmu.print.keep");
        if (folder != null) {
            Files.write(Path.of(folder, name), out.toByteArray());
        }
        return out.toByteArray();
    }

    private static String text(String name) throws IOException {
        return Files.readString(TEXTS.resolve(name));
    }

    private static Document parse(String fragment) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader("<body>" + fragment + "</body>")));
    }

    /** The text without the page numbers. */
    private static String words(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("— \\d+ —", "");
        }
    }

    private static String compact(String text) {
        return text.replaceAll("[\\s\u3000]+", "");
    }
}
