package gov.tianmu.engine.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class StylesheetsTest {

    private static final String SECRET = "geheim-4711";

    @TempDir
    Path folder;

    @Test
    void aPlainStylesheetReadsTheApplication() {
        Document result = apply("<p><xsl:value-of select='/application/@number'/></p>");
        assertEquals(ApplicationSample.NUMBER, result.getDocumentElement().getTextContent());
    }

    @Test
    void anotherDocumentCannotBeRead() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.xml"), "<x>" + SECRET + "</x>");
        assertRefused("<p><xsl:value-of select=\"document('" + secret.toUri() + "')\"/></p>");
    }

    @Test
    void theStylesheetItselfCannotBeReadAsADocument() {
        assertRefused("<p><xsl:value-of select=\"document('')\"/></p>");
    }

    @Test
    void anotherStylesheetCannotBeIncluded() throws IOException {
        Path other = Files.writeString(folder.resolve("other.xsl"), stylesheet("", "<p>" + SECRET + "</p>"));
        StylesheetSource including =
                source(stylesheet("<xsl:include href='" + other.toUri() + "'/>", "<p/>"));
        assertThrows(PrintException.class, () -> apply(including));
    }

    @Test
    void javaCannotBeCalled() {
        assertRefused("<p><xsl:value-of select=\"java:java.lang.System.getProperty('user.home')\""
                + " xmlns:java='http://xml.apache.org/xalan/java'/></p>");
        assertRefused("<p><xsl:value-of select=\"rt:exec(rt:getRuntime(), 'true')\""
                + " xmlns:rt='http://xml.apache.org/xalan/java/java.lang.Runtime'/></p>");
    }

    @Test
    void noFileCanBeWritten() {
        Path target = folder.resolve("written.txt");
        try {
            apply("<redirect:write xmlns:redirect='http://xml.apache.org/xalan/redirect' file='" + target
                    + "'>x</redirect:write>");
        } catch (PrintException expected) {
            // Refused or ignored: what counts is that nothing was written.
        }
        assertFalse(Files.exists(target));
    }

    @Test
    void anExternalEntityIsNotRead() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), SECRET);
        StylesheetSource stylesheet = source("<!DOCTYPE x [<!ENTITY s SYSTEM '" + secret.toUri() + "'>]>"
                + stylesheet("", "<p>&s;</p>"));
        assertThrows(PrintException.class, () -> apply(stylesheet));
    }

    @Test
    void templatesThatCallEachOtherWithoutEndAreRefused() {
        StylesheetSource endless = source(stylesheet(
                "<xsl:template name='again'><b><xsl:call-template name='again'/></b></xsl:template>",
                "<xsl:call-template name='again'/>"));
        assertThrows(PrintException.class, () -> apply(endless));
    }

    @Test
    void aStylesheetThatIsNotXmlIsRefusedWithItsNameAndPlace() {
        PrintException refused = assertThrows(PrintException.class, () -> apply(source("<xsl:stylesheet")));
        assertTrue(refused.getMessage().contains("test.xsl"), refused.getMessage());
    }

    @Test
    void thePressLoadsNoPictureAndNoStyleSheetFromOutside() throws IOException {
        Path picture = folder.resolve("picture.svg");
        Files.writeString(picture, "<svg xmlns='http://www.w3.org/2000/svg'><text>" + SECRET + "</text></svg>");
        Path css = Files.writeString(folder.resolve("a.css"), "p:before { content: '" + SECRET + "' }");
        String body = "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>t</title>"
                + "<link rel='stylesheet' type='text/css' href='" + css.toUri() + "'/>"
                + "<style>@import url('" + css.toUri() + "'); p { font-family: 'Tianmu Song' }</style></head>"
                + "<body><p>正文</p><img alt='' src='" + picture.toUri() + "'/>"
                + "<object data='" + picture.toUri() + "'/></body></html>";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FormPrinter().print(new ApplicationSample().source(), source(stylesheet("", body)), out);
        try (PDDocument pdf = Loader.loadPDF(out.toByteArray())) {
            String text = new PDFTextStripper().getText(pdf);
            assertTrue(text.contains("正文"), text);
            assertFalse(text.contains(SECRET), text);
            for (PDPage page : pdf.getPages()) {
                assertFalse(page.getResources().getXObjectNames().iterator().hasNext());
            }
        }
    }

    private static void assertRefused(String body) {
        PrintException refused = assertThrows(PrintException.class, () -> apply(body));
        assertFalse(refused.getMessage().contains(SECRET));
    }

    private static Document apply(String body) {
        return apply(source(stylesheet("", body)));
    }

    private static Document apply(StylesheetSource stylesheet) {
        Document application =
                ApplicationXml.of(new ApplicationSample().source(), new PrintableText(codePoint -> true));
        return new Stylesheets().apply(stylesheet, application);
    }

    private static StylesheetSource source(String xml) {
        return new StylesheetSource("test.xsl", xml.getBytes(StandardCharsets.UTF_8));
    }

    private static String stylesheet(String before, String body) {
        return "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'"
                + " extension-element-prefixes='redirect' xmlns:redirect='http://xml.apache.org/xalan/redirect'>"
                + before + "<xsl:template match='/'>" + body + "</xsl:template></xsl:stylesheet>";
    }
}
