package gov.tianmu.web.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutlineTest {

    @Test
    void headingsMakeTheTableOfContents() {
        Outline outline = Outline.of("<h2 id=\"p1\">1、认定</h2><p>文</p><h3>一、<b>目标</b></h3>");
        assertEquals(
                List.of(new Outline.Heading(1, "p1", "1、认定"), new Outline.Heading(2, "s2", "一、目标")),
                outline.headings());
        assertTrue(outline.html().contains("<h3 id=\"s2\">"));
    }

    @Test
    void theTextStaysAsItIs() {
        assertEquals(
                "<p>临人社发〔2023〕26号 &amp; 附件<br>二</p>", Outline.of("<p>临人社发〔2023〕26号 &amp; 附件<br/>二</p>").html());
    }

    @Test
    void anXmlPrologIsSkipped() {
        assertEquals("<p>文</p>", Outline.of("<?xml version=\"1.0\"?>\n<p>文</p>").html());
    }

    @Test
    void aTextThatIsNotWellFormedIsAFault() {
        assertThrows(IllegalArgumentException.class, () -> Outline.of("<p>文"));
    }

    @Test
    void anEntityFromOutsideIsNotRead() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Outline.of("<!DOCTYPE p [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><p>&x;</p>"));
    }
}
