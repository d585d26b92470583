package gov.tianmu.engine.notice.drafting;

import gov.tianmu.engine.notice.drafting.NoticeContent.DraftAttachment;
import gov.tianmu.engine.notice.drafting.NoticeContent.DraftCall;
import gov.tianmu.engine.notice.drafting.NoticeContent.DraftList;
import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.spi.definition.NoticeDefinition.Awarded;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes {@code notice.xml} out of a draft's content, readable, the same bytes for the same content. */
final class NoticeXml {

    private static final String NAMESPACE = "urn:tianmu:notice:1";
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");

    private final NoticeContent content;
    private final String id;
    private final XMLStreamWriter xml;

    private NoticeXml(NoticeContent content, String id, XMLStreamWriter xml) {
        this.content = content;
        this.id = id;
        this.xml = xml;
    }

    static byte[] write(NoticeContent content, String id) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            new NoticeXml(content, id, xml).document();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a notice cannot be written into memory", impossible);
        }
        return out.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private void document() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("notice");
        xml.writeDefaultNamespace(NAMESPACE);
        attribute("id", id);
        attribute("number", content.number());
        attribute("title", content.title().zh());
        attribute("issuer", content.issuer().zh());
        attribute("issued-on", content.issuedOn());
        attribute("text", NoticeBundle.TEXT);
        contact();
        int ordinal = 0;
        for (DraftAttachment each : content.attachments()) {
            ordinal++;
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put("ordinal", String.valueOf(ordinal));
            attributes.put("title", each.title().zh());
            attributes.put("text", NoticeBundle.attachment(ordinal));
            empty(1, "attachment", attributes);
        }
        for (DraftCall call : content.calls()) {
            call(call);
        }
        for (DraftList list : content.lists()) {
            if (list.published()) {
                list(list);
            }
        }
        end(0);
        xml.writeEndDocument();
    }

    private void contact() throws XMLStreamException {
        start(1, "contact");
        attribute("office", content.office().zh());
        attribute("address", content.address().zh());
        for (String person : WrittenLines.names(content.persons())) {
            words(2, "person", person);
        }
        for (String telephone : WrittenLines.names(content.telephones())) {
            words(2, "telephone", telephone);
        }
        end(1);
    }

    private void call(DraftCall call) throws XMLStreamException {
        start(1, "call");
        attribute("id", call.idUnder(id));
        attribute("program", call.program());
        attribute("title", call.title().zh());
        attribute("opens", instant(WrittenTimes.opening(call.opens())));
        attribute("closes", instant(WrittenTimes.closing(call.closes())));
        for (Map.Entry<String, String> parameter : WrittenLines.parameters(call).entrySet()) {
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put("name", parameter.getKey());
            attributes.put("value", parameter.getValue());
            empty(2, "parameter", attributes);
        }
        for (String unit : WrittenLines.units(call.eligible())) {
            empty(2, "eligible", Map.of("unit", unit));
        }
        end(1);
    }

    private void list(DraftList list) throws XMLStreamException {
        start(1, "list");
        attribute("program", list.program());
        attribute("awarded-in", list.awardedIn());
        attribute("title", list.title().zh());
        for (Awarded entry : WrittenLines.entries(list.entries())) {
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put("ordinal", String.valueOf(entry.ordinal()));
            attributes.put("name", entry.name());
            attributes.put("unit", entry.unit());
            if (!entry.leader().isEmpty()) {
                attributes.put("leader", entry.leader());
            }
            if (!entry.trade().isEmpty()) {
                attributes.put("trade", entry.trade());
            }
            empty(2, "entry", attributes);
        }
        end(1);
    }

    private static String instant(Optional<Instant> instant) {
        return instant.map(each -> INSTANT.format(each.atZone(PortalClock.ZONE))).orElse("");
    }

    private void start(int depth, String name) throws XMLStreamException {
        layout(depth);
        xml.writeStartElement(name);
    }

    private void end(int depth) throws XMLStreamException {
        layout(depth);
        xml.writeEndElement();
    }

    private void empty(int depth, String name, Map<String, String> attributes) throws XMLStreamException {
        layout(depth);
        xml.writeEmptyElement(name);
        attributes(attributes);
    }

    private void words(int depth, String name, String words) throws XMLStreamException {
        layout(depth);
        xml.writeStartElement(name);
        xml.writeCharacters(words);
        xml.writeEndElement();
    }

    private void attributes(Map<String, String> attributes) throws XMLStreamException {
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            attribute(attribute.getKey(), attribute.getValue());
        }
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, WrittenLines.token(value));
    }

    private void layout(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
