package gov.tianmu.web.desk;

import java.util.List;

/**
 * A section of the form of a notice, as the list at its side shows it.
 *
 * @param code the section's name; its anchor is {@code s-<code>}
 * @param wrong how many errors it has
 * @param doubtful how many warnings
 */
public record NoticeSection(String code, int ordinal, long wrong, long doubtful) {

    private static final List<String> HEAD = List.of("number", "title", "title-en", "issuer", "issued-on");
    private static final List<String> CONTACT = List.of("office", "address", "persons", "telephones");

    static final List<String> CODES = List.of("head", "contact", "text", "attachments", "calls", "lists");

    /** The section that a field stands in. */
    static String of(String field) {
        if (HEAD.contains(field)) {
            return "head";
        }
        if (CONTACT.contains(field)) {
            return "contact";
        }
        for (String part : List.of("attachment", "call", "list")) {
            if (field.startsWith(part)) {
                return part + "s";
            }
        }
        return "text";
    }

    static NoticeSection of(String code, List<NoticeProblem> problems) {
        List<NoticeProblem> own = problems.stream().filter(each -> of(each.field()).equals(code)).toList();
        long doubtful = own.stream().filter(NoticeProblem::warning).count();
        return new NoticeSection(code, CODES.indexOf(code) + 1, own.size() - doubtful, doubtful);
    }

    /** The class of its line in the list. */
    public String state() {
        return wrong > 0 ? "err" : doubtful > 0 ? "half" : "ok";
    }
}
