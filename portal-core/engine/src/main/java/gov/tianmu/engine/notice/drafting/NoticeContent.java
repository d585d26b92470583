package gov.tianmu.engine.notice.drafting;

import gov.tianmu.spi.definition.Text;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an officer has written into a draft of a notice, as typed: dates that are none, amounts that are none and empty
 * fields are kept and told, never lost. Persons and telephones stand in one line each, units and entries one in a line.
 *
 * @param number the document's number, e.g. 临人社发〔2024〕31号; its year and count make the notice's id
 * @param issuedOn a day in ISO form, or what was typed instead
 * @param attachments in order; the first is attachment 1
 */
public record NoticeContent(
        String number,
        Text title,
        Text issuer,
        String issuedOn,
        Text office,
        Text address,
        String persons,
        String telephones,
        MarkedText text,
        List<DraftAttachment> attachments,
        List<DraftCall> calls,
        List<DraftList> lists) {

    private static final Pattern NUMBERED = Pattern.compile(".*[〔\\[【（(［](\\d{4})[〕\\]】）)］]\\s*第?\\s*0*(\\d{1,5})\\s*号.*");

    /** An attachment; its key stays while others come and go. */
    public record DraftAttachment(String key, Text title, MarkedText text) {}

    /**
     * A call.
     *
     * @param key stays while others come and go
     * @param id its id in a notice that is corrected; empty for a new notice, whose id it will begin with
     * @param suffix what follows the notice's id in its own
     * @param opens date and time as a browser sends them, {@code 2024-04-13T09:00}
     * @param closes likewise; without seconds the whole minute counts
     * @param grant yuan for each title; empty for none
     * @param quota titles at most; empty for none
     * @param passMark points an evaluation needs; empty for none
     * @param others further parameters, {@code name = value} in each line
     * @param eligible units that may apply, one in each line; empty for any
     */
    public record DraftCall(
            String key,
            String id,
            String suffix,
            String program,
            Text title,
            String opens,
            String closes,
            String grant,
            String quota,
            String passMark,
            String others,
            String eligible) {

        /** The call's id under a notice's. */
        public String idUnder(String noticeId) {
            return id.isEmpty() ? noticeId + "-" + suffix : id;
        }
    }

    /**
     * Titles awarded in an earlier year.
     *
     * @param published whether the notice publishes them
     * @param entries name, unit, leader and trade in each line, a bar between
     */
    public record DraftList(
            String key, boolean published, String program, String awardedIn, Text title, String entries) {}

    public NoticeContent {
        Objects.requireNonNull(number, "number");
        attachments = List.copyOf(attachments);
        calls = List.copyOf(calls);
        lists = List.copyOf(lists);
    }

    /** The notice's id that follows from the number: 2024-31; empty while the number says no year or count. */
    public String idOfNumber() {
        Matcher numbered = NUMBERED.matcher(number);
        return numbered.matches() ? numbered.group(1) + "-" + numbered.group(2) : "";
    }

    /**
     * What a form sent, completed by what it does not send: blocks kept as they were, and the English of words that were
     * not touched. English of words that were is dropped, since it would say something else.
     */
    NoticeContent over(NoticeContent before) {
        return new NoticeContent(
                number,
                title,
                english(issuer, before.issuer),
                issuedOn,
                english(office, before.office),
                english(address, before.address),
                persons,
                telephones,
                new MarkedText(text.lines(), before.text.kept()),
                attachments.stream().map(each -> kept(each, before)).toList(),
                calls,
                lists.stream().map(each -> english(each, before)).toList());
    }

    private static DraftAttachment kept(DraftAttachment mine, NoticeContent before) {
        return found(before.attachments, mine.key(), DraftAttachment::key, other -> new DraftAttachment(
                mine.key(), mine.title(), new MarkedText(mine.text().lines(), other.text().kept())), mine);
    }

    private static DraftList english(DraftList mine, NoticeContent before) {
        return found(before.lists, mine.key(), DraftList::key, other -> new DraftList(
                mine.key(), mine.published(), mine.program(), mine.awardedIn(),
                english(mine.title(), other.title()), mine.entries()), mine);
    }

    private static <T> T found(
            List<T> among, String key, Function<T, String> keyOf, Function<T, T> completed, T otherwise) {
        return among.stream().filter(each -> keyOf.apply(each).equals(key)).findFirst().map(completed).orElse(otherwise);
    }

    private static Text english(Text mine, Text before) {
        return mine.zh().equals(before.zh()) ? before : new Text(mine.zh(), "");
    }
}
