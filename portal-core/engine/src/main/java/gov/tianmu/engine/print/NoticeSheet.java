package gov.tianmu.engine.print;

import gov.tianmu.spi.definition.NoticeDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Lays a notice's or an attachment's text into the XHTML of a sheet: the head before it, the paper's style with it. */
final class NoticeSheet {

    private static final String NOTICE_STYLE = read("paper.css") + read("notice.css");
    private static final String ATTACHMENT_STYLE = read("paper.css") + read("attachment.css");

    private final PrintableText printable;
    private Document sheet;

    NoticeSheet(PrintableText printable) {
        this.printable = printable;
    }

    Document notice(NoticeDefinition notice, String text) {
        Element body = body(NOTICE_STYLE, notice.title().zh(), notice, text);
        Node first = body.getFirstChild();
        body.insertBefore(element("p", "org", notice.issuer().zh() + "文件"), first);
        body.insertBefore(element("p", "no", notice.number()), first);
        body.insertBefore(element("h1", "title", notice.title().zh()), first);
        if (!notice.attachments().isEmpty()) {
            Element list = element("div", "attachments", "");
            body.appendChild(list);
            String lead = "附件：";
            for (NoticeDefinition.Attachment attachment : notice.attachments()) {
                list.appendChild(element(
                        "p",
                        lead.isEmpty() ? "next" : "first",
                        lead + attachment.ordinal() + ". " + attachment.title().zh()));
                lead = "";
            }
        }
        return sheet;
    }

    Document attachment(NoticeDefinition notice, NoticeDefinition.Attachment attachment, String text) {
        String mark = "附件" + attachment.ordinal();
        String title = attachment.title().zh();
        Element body = body(ATTACHMENT_STYLE, mark + " " + title, notice, text);
        Node first = body.getFirstChild();
        body.insertBefore(element("p", "mark", mark), first);
        body.insertBefore(element("h1", "title", title), first);
        return sheet;
    }

    /** The sheet with the text in it; what comes before the text is put in by the caller. */
    private Element body(String css, String title, NoticeDefinition notice, String text) {
        sheet = parse(text);
        Element html = sheet.getDocumentElement();
        html.setAttribute("lang", "zh-CN");
        Element body = (Element) html.getFirstChild();
        makePrintable(body);
        keepWhole(body.getElementsByTagName("table"));

        Element head = sheet.createElement("head");
        html.insertBefore(head, body);
        head.appendChild(element("title", "", title));
        head.appendChild(meta("author", notice.issuer().zh()));
        head.appendChild(meta("subject", notice.number()));
        head.appendChild(meta("description", notice.number() + " " + title));
        Element style = sheet.createElement("style");
        style.setAttribute("type", "text/css");
        style.setTextContent(css);
        head.appendChild(style);
        return body;
    }

    private static Document parse(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            String fragment = text.strip().replaceFirst("^<\\?xml[^>]*\\?>", "");
            DocumentBuilder builder = factory.newDocumentBuilder();
            // Else the parser writes to standard error what the exception says too.
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader("<html><body>" + fragment + "</body></html>")));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new PrintException("a published text is not well-formed: " + e.getMessage(), e);
        }
    }

    private void makePrintable(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text words) {
                words.setData(printable.of(words.getData()));
            } else {
                makePrintable(child);
            }
        }
    }

    /** A table without heads is a form's part and is not torn over two pages; one with heads repeats them. */
    private static void keepWhole(NodeList tables) {
        for (int i = 0; i < tables.getLength(); i++) {
            Element table = (Element) tables.item(i);
            if (table.getElementsByTagName("thead").getLength() == 0) {
                table.setAttribute("class", (table.getAttribute("class") + " whole").strip());
            }
        }
    }

    private Element element(String name, String cssClass, String words) {
        Element element = sheet.createElement(name);
        if (!cssClass.isEmpty()) {
            element.setAttribute("class", cssClass);
        }
        element.setTextContent(printable.of(words));
        return element;
    }

    private Element meta(String name, String content) {
        Element meta = sheet.createElement("meta");
        meta.setAttribute("name", name);
        meta.setAttribute("content", printable.of(content));
        return meta;
    }

    private static String read(String resource) {
        try (InputStream in = NoticeSheet.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new PrintException("not in the portal: " + resource, e);
        }
    }
}
