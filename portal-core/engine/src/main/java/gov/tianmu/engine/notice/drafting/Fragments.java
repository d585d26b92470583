package gov.tianmu.engine.notice.drafting;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Fragments of XHTML as trees. White space between blocks, rows and cells says nothing and counts for nothing. */
final class Fragments {

    /** Elements between whose children white space is mere layout. */
    private static final Set<String> STRUCTURE =
            Set.of("fragment", "table", "colgroup", "thead", "tbody", "tfoot", "tr", "ul", "ol");

    private Fragments() {}

    /** The fragment under a root of no meaning. */
    static Element parse(String fragment) {
        String text = fragment.strip();
        if (text.startsWith("<?xml")) {
            text = text.substring(text.indexOf("?>") + 2);
        }
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader("<fragment>" + text + "</fragment>")))
                    .getDocumentElement();
        } catch (ParserConfigurationException | IOException | SAXException malformed) {
            throw new IllegalArgumentException("a notice's text is not well-formed", malformed);
        }
    }

    static Element firstElement(String fragment) {
        for (Node node = parse(fragment).getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                return element;
            }
        }
        return null;
    }

    static boolean isBlank(Node node) {
        return node.getNodeType() == Node.TEXT_NODE && node.getNodeValue().isBlank()
                && node.getNodeValue().chars().allMatch(c -> c <= ' ');
    }

    /** Whether both say the same, layout aside. */
    static boolean same(Element one, Element other) {
        return bare(one).isEqualNode(bare(other));
    }

    private static Element bare(Element element) {
        Element copy = (Element) element.cloneNode(true);
        copy.normalize();
        strip(copy);
        return copy;
    }

    private static void strip(Node parent) {
        List<Node> layout = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (STRUCTURE.contains(parent.getNodeName()) && isBlank(child)) {
                layout.add(child);
            } else {
                strip(child);
            }
        }
        layout.forEach(parent::removeChild);
    }

    /** A node as XML. */
    static String write(Node node) {
        try {
            Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
            writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter out = new StringWriter();
            writer.transform(new DOMSource(node), new StreamResult(out));
            return out.toString();
        } catch (TransformerException impossible) {
            throw new IllegalStateException("a tree that was read cannot be written", impossible);
        }
    }
}
