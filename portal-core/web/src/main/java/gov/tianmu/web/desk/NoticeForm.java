package gov.tianmu.web.desk;

import gov.tianmu.engine.notice.drafting.MarkedText;
import gov.tianmu.engine.notice.drafting.NoticeContent;
import gov.tianmu.engine.notice.drafting.NoticeContent.DraftAttachment;
import gov.tianmu.engine.notice.drafting.NoticeContent.DraftCall;
import gov.tianmu.engine.notice.drafting.NoticeContent.DraftList;
import gov.tianmu.spi.definition.Text;
import gov.tianmu.web.page.PostedForm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The form of a notice as it was sent: every field by its name, parts by the keys that the form lists ({@code calls}
 * "c1 c2"). Attachments, calls and lists come and go with the buttons pressed.
 */
final class NoticeForm {

    private static final int MOST_PARTS = 100;

    private final PostedForm posted;

    NoticeForm(PostedForm posted) {
        this.posted = posted;
    }

    /** Whether the request brought the form at all, and not a mere button. */
    boolean isSent() {
        return !posted.text("form").isEmpty();
    }

    NoticeContent content() {
        return new NoticeContent(
                posted.text("number"),
                new Text(posted.text("title"), posted.text("title-en")),
                Text.of(posted.text("issuer")),
                posted.text("issued-on"),
                Text.of(posted.text("office")),
                Text.of(posted.text("address")),
                posted.text("persons"),
                posted.text("telephones"),
                new MarkedText(posted.text("text"), List.of()),
                attachments(),
                calls(),
                lists());
    }

    private List<DraftAttachment> attachments() {
        return parts("attachment", key -> new DraftAttachment(
                key, title("attachment." + key), new MarkedText(posted.text("attachment." + key + ".text"), List.of())));
    }

    private List<DraftCall> calls() {
        Set<String> suffixes = new HashSet<>();
        return parts("call", key -> {
            String field = "call." + key + ".";
            String program = posted.text(field + "program");
            String suffix = posted.text(field + "suffix");
            suffix = suffix.isEmpty() ? program : suffix;
            // Two calls of one program have ids of their own.
            for (int turn = 2; !suffix.isEmpty() && !suffixes.add(suffix); turn++) {
                suffix = program + "-" + turn;
            }
            return new DraftCall(
                    key,
                    posted.text(field + "id"),
                    suffix,
                    program,
                    title("call." + key),
                    posted.text(field + "opens"),
                    posted.text(field + "closes"),
                    posted.text(field + "grant"),
                    posted.text(field + "quota"),
                    posted.text(field + "pass-mark"),
                    posted.text(field + "others"),
                    posted.text(field + "eligible"));
        });
    }

    private List<DraftList> lists() {
        return parts("list", key -> {
            String field = "list." + key + ".";
            return new DraftList(
                    key,
                    posted.text(field + "published").equals("yes"),
                    posted.text(field + "program"),
                    posted.text(field + "year"),
                    Text.of(posted.text(field + "title")),
                    posted.text(field + "entries"));
        });
    }

    private Text title(String part) {
        return new Text(posted.text(part + ".title"), posted.text(part + ".title-en"));
    }

    /** The parts of one sort, without the one to be removed and with the one to be added. */
    private <T> List<T> parts(String sort, Function<String, T> part) {
        List<String> keys = new ArrayList<>(Stream.of(posted.text(sort + "s").split(" "))
                .filter(key -> key.matches("[a-z]\\d{1,4}"))
                .distinct()
                .limit(MOST_PARTS)
                .toList());
        if (posted.getVerb().equals("add-" + sort)) {
            keys.add(newKey(sort, keys));
        }
        if (posted.getVerb().equals("remove-" + sort)) {
            keys.remove(posted.getArgument());
        }
        return keys.stream().map(part).toList();
    }

    private static String newKey(String sort, List<String> keys) {
        int place = 1;
        while (keys.contains(sort.charAt(0) + String.valueOf(place))) {
            place++;
        }
        return sort.charAt(0) + String.valueOf(place);
    }
}
