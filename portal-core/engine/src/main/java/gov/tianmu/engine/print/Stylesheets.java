package gov.tianmu.engine.print;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.transform.ErrorListener;
import javax.xml.transform.Templates;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.URIResolver;
import javax.xml.transform.dom.DOMResult;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import org.w3c.dom.Document;

/**
 * Runs modules' stylesheets in a closed room: the JDK's XSLT 1.0 under secure processing, no extension functions or
 * elements, no document type definitions, and no way to reach another document, neither by {@code document()} nor by
 * {@code xsl:include} or {@code xsl:import}. A stylesheet that tries is refused.
 *
 * <p>Compiled stylesheets are kept, a few at most, by the SHA-256 of their text. Safe for concurrent use.
 */
final class Stylesheets {

    private static final int KEPT = 16;

    private final TransformerFactory factory;
    private final Map<String, Templates> compiled = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Templates> eldest) {
            return size() > KEPT;
        }
    };

    Stylesheets() {
        try {
            // The JDK's own: a container may bring another that knows fewer locks.
            factory = TransformerFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
            factory.setURIResolver(NOTHING_ELSE);
            factory.setErrorListener(STRICT);
        } catch (TransformerException e) {
            throw new PrintException("the JDK's XSLT cannot be locked", e);
        }
    }

    /** The stylesheet's result for this document. */
    Document apply(StylesheetSource stylesheet, Document source) {
        try {
            Transformer transformer = compiled(stylesheet).newTransformer();
            transformer.setURIResolver(NOTHING_ELSE);
            transformer.setErrorListener(STRICT);
            DOMResult result = new DOMResult();
            transformer.transform(new DOMSource(source), result);
            return (Document) result.getNode();
        } catch (TransformerException e) {
            throw new PrintException(stylesheet.name() + ": " + e.getMessageAndLocation(), e);
        } catch (StackOverflowError e) {
            // A template that calls itself without end; the portal must not suffer from a module's mistake.
            throw new PrintException(stylesheet.name() + ": templates call each other without end");
        } catch (RuntimeException e) {
            // XSLTC throws bare RuntimeExceptions for faults of the stylesheet at run time.
            throw new PrintException(stylesheet.name() + ": " + e.getMessage(), e);
        }
    }

    private synchronized Templates compiled(StylesheetSource stylesheet) throws TransformerException {
        byte[] content = stylesheet.content();
        String key = sha256(content);
        Templates templates = compiled.get(key);
        if (templates == null) {
            templates = factory.newTemplates(new StreamSource(new ByteArrayInputStream(content), stylesheet.name()));
            compiled.put(key, templates);
        }
        return templates;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static final URIResolver NOTHING_ELSE = (href, base) -> {
        throw new TransformerException("a stylesheet reads nothing but the application: " + href);
    };

    private static final ErrorListener STRICT = new ErrorListener() {
        @Override
        public void warning(TransformerException exception) throws TransformerException {
            throw exception;
        }

        @Override
        public void error(TransformerException exception) throws TransformerException {
            throw exception;
        }

        @Override
        public void fatalError(TransformerException exception) throws TransformerException {
            throw exception;
        }
    };
}
