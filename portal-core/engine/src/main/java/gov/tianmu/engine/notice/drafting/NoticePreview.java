package gov.tianmu.engine.notice.drafting;

import gov.tianmu.spi.definition.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A draft as the public would see it. What cannot be read yet is absent.
 *
 * @param text well-formed XHTML
 */
public record NoticePreview(
        String number,
        Text title,
        Text issuer,
        Optional<LocalDate> issuedOn,
        String text,
        List<Attachment> attachments,
        Text office,
        List<String> persons,
        List<String> telephones,
        Text address,
        List<Call> calls) {

    /** An attachment with its text. */
    public record Attachment(int ordinal, Text title, String text) {}

    /** A call as its card would say it. */
    public record Call(String id, Text title, Optional<Instant> opens, Optional<Instant> closes, int eligible, boolean runs) {}

    public NoticePreview {
        attachments = List.copyOf(attachments);
        persons = List.copyOf(persons);
        telephones = List.copyOf(telephones);
        calls = List.copyOf(calls);
    }

    static NoticePreview of(NoticeContent content, DraftGround ground) {
        List<Attachment> attachments = content.attachments().stream()
                .map(each -> new Attachment(
                        content.attachments().indexOf(each) + 1,
                        each.title(),
                        NoticeMarkup.read(each.text()).xhtml()))
                .toList();
        List<Call> calls = content.calls().stream()
                .map(call -> new Call(
                        call.idUnder(ground.idOf(content)),
                        call.title(),
                        WrittenTimes.opening(call.opens()),
                        WrittenTimes.closing(call.closes()),
                        WrittenLines.units(call.eligible()).size(),
                        ground.programs().containsKey(call.program())))
                .toList();
        return new NoticePreview(
                content.number(),
                content.title(),
                content.issuer(),
                WrittenTimes.day(content.issuedOn()),
                NoticeMarkup.read(content.text()).xhtml(),
                attachments,
                content.office(),
                WrittenLines.names(content.persons()),
                WrittenLines.names(content.telephones()),
                content.address(),
                calls);
    }
}
