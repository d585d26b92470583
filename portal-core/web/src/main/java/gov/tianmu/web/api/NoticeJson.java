package gov.tianmu.web.api;

import gov.tianmu.engine.notice.NoticeText;
import gov.tianmu.engine.notice.NoticeView;
import gov.tianmu.spi.definition.NoticeDefinition;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A published notice with its calls; alone also with its text. */
@Schema(name = "Notice")
public record NoticeJson(
        String id,
        @Schema(description = "As printed", examples = "临人社发〔2023〕26号") String number,
        String title,
        LocalDate issuedOn,
        @Schema(description = "Whether its module runs") boolean live,
        List<CallJson> calls,
        @Schema(description = "The whole text, an XHTML fragment; not in lists") String text,
        @Schema(description = "Not in lists") List<Attachment> attachments,
        @Schema(description = "Not in lists") Contact contact) {

    /** A numbered attachment; its text is at {@code notices/{id}/attachments/{ordinal}}. */
    @Schema(name = "NoticeAttachment")
    public record Attachment(int ordinal, String title) {}

    /** Whom to ask. */
    @Schema(name = "NoticeContact")
    public record Contact(String office, List<String> persons, List<String> telephones, String address) {}

    static NoticeJson of(NoticeView notice, Locale locale) {
        return new NoticeJson(
                notice.id(),
                notice.number(),
                notice.title().in(locale),
                notice.issuedOn(),
                notice.live(),
                notice.calls().stream().map(c -> CallJson.of(c, locale)).toList(),
                null,
                null,
                null);
    }

    static NoticeJson whole(NoticeText notice, Locale locale) {
        NoticeJson brief = of(notice.view(), locale);
        NoticeDefinition.Contact contact = notice.definition().contacts();
        return new NoticeJson(
                brief.id,
                brief.number,
                brief.title,
                brief.issuedOn,
                brief.live,
                brief.calls,
                notice.text(),
                notice.definition().attachments().stream()
                        .map(a -> new Attachment(a.ordinal(), a.title().in(locale)))
                        .toList(),
                new Contact(
                        contact.office().in(locale),
                        contact.persons(),
                        contact.telephones(),
                        contact.address().in(locale)));
    }
}
