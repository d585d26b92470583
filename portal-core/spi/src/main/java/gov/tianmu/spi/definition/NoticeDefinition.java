package gov.tianmu.spi.definition;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Objects;

/**
 * A published document of one year (通知): its text, its attachments, the calls it opens and the lists it publishes.
 *
 * @param id unique, e.g. {@code 2023-26}; part of addresses
 * @param number the document's number as printed, e.g. 临人社发〔2023〕26号
 * @param title as printed
 * @param issuer as printed in the red head
 * @param issuedOn the day it was published
 * @param text the bundle's resource with the whole text (an XHTML fragment)
 * @param attachments in order
 * @param contacts whom to ask
 * @param calls the programs it opens
 * @param lists titles awarded earlier that it publishes (附件3)
 */
public record NoticeDefinition(
        String id,
        String version,
        String number,
        Text title,
        Text issuer,
        LocalDate issuedOn,
        String text,
        List<Attachment> attachments,
        Contact contacts,
        List<CallDefinition> calls,
        List<AwardedList> lists) {

    /** A numbered attachment: a title and the bundle's resource with its text (an XHTML fragment). */
    public record Attachment(int ordinal, Text title, String text) {}

    /** Whom to ask and where to bring papers. */
    public record Contact(Text office, List<String> persons, List<String> telephones, Text address) {

        public Contact {
            persons = List.copyOf(persons);
            telephones = List.copyOf(telephones);
        }
    }

    /** Titles of a program that were awarded in an earlier year and enter the roster with this notice. */
    public record AwardedList(String program, Year awardedIn, Text title, List<Awarded> entries) {

        public AwardedList {
            entries = List.copyOf(entries);
        }
    }

    /** One title: its name and the unit that holds it, with further facts when the list gives them. */
    public record Awarded(int ordinal, String name, String unit, String leader, String trade) {}

    public NoticeDefinition {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(number, "number");
        attachments = List.copyOf(attachments);
        calls = List.copyOf(calls);
        lists = List.copyOf(lists);
    }
}
