package gov.tianmu.web.notice;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A published text with its table of contents: every heading has an id that the contents link to.
 *
 * @param html the text
 * @param headings its headings in order
 */
public record Outline(String html, List<Heading> headings) {

    /** A heading: 1 for a part, 2 for a chapter of it. */
    public record Heading(int level, String id, String title) {}

    /**
     * Reads a well-formed XHTML fragment.
     *
     * @throws IllegalArgumentException when it is not well-formed
     */
    public static Outline of(String fragment) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document document = factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader("<body>" + withoutProlog(fragment) + "</body>")));
            List<Heading> headings = new ArrayList<>();
            name(document.getDocumentElement(), headings);
            return new Outline(write(document.getDocumentElement()), List.copyOf(headings));
        } catch (ParserConfigurationException | IOException | SAXException | TransformerException malformed) {
            throw new IllegalArgumentException("a published text is not well-formed", malformed);
        }
    }

    private static String withoutProlog(String fragment) {
        String text = fragment.strip();
        return text.startsWith("<?xml") ? text.substring(text.indexOf("?>") + 2).strip() : text;
    }

    private static void name(Node parent, List<Heading> headings) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                String tag = element.getTagName();
                if (tag.equals("h2") || tag.equals("h3")) {
                    if (element.getAttribute("id").isEmpty()) {
                        element.setAttribute("id", "s" + (headings.size() + 1));
                    }
                    headings.add(new Heading(
                            tag.equals("h2") ? 1 : 2,
                            element.getAttribute("id"),
                            element.getTextContent().strip()));
                }
                name(element, headings);
            }
        }
    }

    private static String write(Element root) throws TransformerException {
        Transformer writer = TransformerFactory.newInstance().newTransformer();
        // The html method writes empty elements as browsers expect them.
        writer.setOutputProperty(OutputKeys.METHOD, "html");
        writer.setOutputProperty(OutputKeys.INDENT, "no");
        StringWriter out = new StringWriter();
        for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
            writer.transform(new DOMSource(child), new StreamResult(out));
        }
        return out.toString();
    }
}
