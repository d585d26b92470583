package gov.tianmu.engine.modules.definition;

import gov.tianmu.spi.definition.CallDefinition;
import gov.tianmu.spi.definition.NoticeDefinition;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.stream.Collectors;

/** Turns a checked {@code notice.xml} into the records of the SPI. */
final class NoticeMapping {

    private final XmlElement notice;
    private final EnglishTexts english;
    private final String version;

    NoticeMapping(XmlElement notice, EnglishTexts english, String version) {
        this.notice = notice;
        this.english = english;
        this.version = version;
    }

    NoticeDefinition definition() {
        return new NoticeDefinition(
                notice.get("id"),
                version,
                notice.get("number"),
                english.text("title", notice.get("title")),
                english.text("issuer", notice.get("issuer")),
                LocalDate.parse(notice.get("issued-on")),
                notice.get("text"),
                notice.children("attachment").stream().map(this::attachment).toList(),
                contact(notice.child("contact").orElseThrow()),
                notice.children("call").stream().map(this::call).toList(),
                notice.children("list").stream().map(this::list).toList());
    }

    private NoticeDefinition.Attachment attachment(XmlElement attachment) {
        int ordinal = attachment.integer("ordinal");
        return new NoticeDefinition.Attachment(
                ordinal,
                english.text("attachment." + ordinal + ".title", attachment.get("title")),
                attachment.get("text"));
    }

    private NoticeDefinition.Contact contact(XmlElement contact) {
        return new NoticeDefinition.Contact(
                english.text("contact.office", contact.get("office")),
                contact.children("person").stream().map(XmlElement::words).toList(),
                contact.children("telephone").stream().map(XmlElement::words).toList(),
                english.text("contact.address", contact.get("address")));
    }

    private CallDefinition call(XmlElement call) {
        String id = call.get("id");
        return new CallDefinition(
                id,
                call.get("program"),
                english.text("call." + id + ".title", call.get("title")),
                OffsetDateTime.parse(call.get("opens")).toInstant(),
                OffsetDateTime.parse(call.get("closes")).toInstant(),
                call.children("parameter").stream()
                        .collect(Collectors.toMap(p -> p.get("name"), p -> p.get("value"))),
                call.children("eligible").stream().map(unit -> unit.get("unit")).toList());
    }

    private NoticeDefinition.AwardedList list(XmlElement list) {
        String program = list.get("program");
        int year = list.integer("awarded-in");
        return new NoticeDefinition.AwardedList(
                program,
                Year.of(year),
                english.text("list." + program + "." + year + ".title", list.get("title")),
                list.children("entry").stream()
                        .map(entry -> new NoticeDefinition.Awarded(
                                entry.integer("ordinal"),
                                entry.get("name"),
                                entry.get("unit"),
                                entry.find("leader").orElse(""),
                                entry.find("trade").orElse("")))
                        .toList());
    }
}
