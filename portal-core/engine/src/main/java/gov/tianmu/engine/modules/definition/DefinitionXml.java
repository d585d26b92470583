package gov.tianmu.engine.modules.definition;

import gov.tianmu.spi.definition.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.Attributes;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads XML that came from outside. No document type, hence no entities of any kind; nothing outside the file is ever
 * fetched; size and depth are limited. Faults of form and, with a schema, of content come with line and column.
 *
 * <p>The parser is the JDK's own, whatever the class path holds: its limits and messages are the ones tested.
 */
final class DefinitionXml {

    /** The largest definition or text a module may bring. The notice of 2023 with its attachments takes 40 KB. */
    static final int MAX_BYTES = 2 * 1024 * 1024;

    private static final byte[] OPENING = "<fragment>".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CLOSING = "</fragment>".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_DEPTH = 64;
    private static final int MAX_ERRORS = 50;
    private static final String LOCALE = "http://apache.org/xml/properties/locale";

    private final Schema schema;

    private DefinitionXml(Schema schema) {
        this.schema = schema;
    }

    /** A reader for files by the schema that stands beside this class. */
    static DefinitionXml by(String schemaResource) {
        try (InputStream in = DefinitionXml.class.getResourceAsStream(schemaResource)) {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return new DefinitionXml(factory.newSchema(new StreamSource(in)));
        } catch (IOException | SAXException broken) {
            throw new IllegalStateException("our own " + schemaResource + " is broken", broken);
        }
    }

    /** A reader for any well-formed file. */
    static DefinitionXml ofAnyForm() {
        return new DefinitionXml(null);
    }

    /**
     * What was read: the root element, when the file is well-formed, and what is wrong. References the schema found
     * dangling are kept apart: it tells them at the end of the file, and a better place for them may be known.
     */
    record Parsed(Optional<XmlElement> root, List<DefinitionError> errors, List<DefinitionError> references) {}

    /**
     * Reads a piece of XML that may have several elements side by side, as the text of a page has; they come as the
     * children of a root of no meaning.
     */
    Parsed parseFragment(String resource, byte[] content) {
        byte[] whole = new byte[OPENING.length + content.length + CLOSING.length];
        System.arraycopy(OPENING, 0, whole, 0, OPENING.length);
        System.arraycopy(content, 0, whole, OPENING.length, content.length);
        System.arraycopy(CLOSING, 0, whole, OPENING.length + content.length, CLOSING.length);
        Parsed parsed = parse(resource, whole);
        return new Parsed(
                parsed.root(), parsed.errors().stream().map(DefinitionXml::inFragment).toList(), parsed.references());
    }

    /** The opening stands before the first line, which would shift its columns. */
    private static DefinitionError inFragment(DefinitionError error) {
        return error.line() != 1
                ? error
                : new DefinitionError(error.resource(), 1, error.column() - OPENING.length, error.message());
    }

    Parsed parse(String resource, byte[] content) {
        if (content.length > MAX_BYTES) {
            return new Parsed(
                    Optional.empty(),
                    List.of(DefinitionError.ofFile(resource, new Text("文件超过 2 MB", "the file is over 2 MB"))),
                    List.of());
        }
        Run english = run(content, Locale.ENGLISH);
        if (english.findings.isEmpty()) {
            return new Parsed(Optional.of(english.root), List.of(), List.of());
        }
        // The parser tells faults in one language at a time; a second reading gives the other, in the same order.
        Run chinese = run(content, Locale.SIMPLIFIED_CHINESE);
        List<DefinitionError> errors = new ArrayList<>();
        List<DefinitionError> references = new ArrayList<>();
        for (int i = 0; i < english.findings.size(); i++) {
            SAXParseException finding = english.findings.get(i);
            String zh = chinese.findings.size() == english.findings.size()
                    ? chinese.findings.get(i).getMessage()
                    : finding.getMessage();
            DefinitionError error = new DefinitionError(
                    resource,
                    finding.getLineNumber(),
                    finding.getColumnNumber(),
                    new Text(withoutRule(zh), withoutRule(finding.getMessage())));
            (isReference(finding) ? references : errors).add(error);
        }
        return new Parsed(Optional.ofNullable(english.root), errors, references);
    }

    private static boolean isReference(SAXParseException finding) {
        return finding.getMessage().startsWith("cvc-identity-constraint.4.3");
    }

    /** Drops the name of the rule in the schema's specification: it helps nobody who writes a program. */
    private static String withoutRule(String message) {
        return message.replaceFirst("^cvc-[a-z-]+[0-9.a-z]*: ", "");
    }

    private Run run(byte[] content, Locale locale) {
        Run run = new Run();
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            XMLReader reader = factory.newSAXParser().getXMLReader();
            reader.setProperty(LOCALE, locale);
            reader.setErrorHandler(run);
            if (schema == null) {
                reader.setContentHandler(run);
            } else {
                ValidatorHandler validator = schema.newValidatorHandler();
                validator.setProperty(LOCALE, locale);
                validator.setErrorHandler(run);
                validator.setContentHandler(run);
                reader.setContentHandler(validator);
            }
            reader.parse(new InputSource(new ByteArrayInputStream(content)));
        } catch (SAXParseException wrong) {
            run.fatalError(wrong);
        } catch (SAXException | IOException unreadable) {
            // Bytes that are no text in the declared encoding come as an I/O exception without a place.
            run.fatalError(new SAXParseException(unreadable.getMessage(), run.locator));
        } catch (ParserConfigurationException missing) {
            throw new IllegalStateException("the JDK's XML parser lacks a safety feature", missing);
        }
        return run;
    }

    /** Builds the elements of one reading and collects what is wrong. */
    private static final class Run extends DefaultHandler implements ErrorHandler {

        private final List<SAXParseException> findings = new ArrayList<>();
        private final Deque<XmlElement> open = new ArrayDeque<>();
        private XmlElement root;
        private Locator locator;

        @Override
        public void setDocumentLocator(Locator documentLocator) {
            locator = documentLocator;
        }

        @Override
        public void startElement(String uri, String localName, String qName, Attributes attributes)
                throws SAXException {
            if (open.size() == MAX_DEPTH) {
                throw new SAXParseException("more than " + MAX_DEPTH + " elements inside each other", locator);
            }
            XmlElement element = new XmlElement(localName, locator.getLineNumber(), locator.getColumnNumber());
            for (int i = 0; i < attributes.getLength(); i++) {
                element.put(attributes.getLocalName(i), attributes.getValue(i));
            }
            if (open.isEmpty()) {
                root = element;
            } else {
                open.peek().add(element);
            }
            open.push(element);
        }

        @Override
        public void endElement(String uri, String localName, String qName) {
            open.pop();
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            open.peek().append(characters, start, length);
        }

        @Override
        public void warning(SAXParseException harmless) {
            // The parser's warnings are about its own set-up, never about the file.
        }

        @Override
        public void error(SAXParseException wrong) {
            if (findings.size() < MAX_ERRORS) {
                findings.add(wrong);
            }
        }

        @Override
        public void fatalError(SAXParseException wrong) {
            // A fatal error is told to the handler and thrown as well.
            boolean told = findings.stream()
                    .anyMatch(known -> known.getLineNumber() == wrong.getLineNumber()
                            && known.getColumnNumber() == wrong.getColumnNumber()
                            && Objects.equals(known.getMessage(), wrong.getMessage()));
            if (!told) {
                findings.add(wrong);
            }
            root = null;
        }
    }
}
