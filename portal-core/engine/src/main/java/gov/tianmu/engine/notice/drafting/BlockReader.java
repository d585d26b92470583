package gov.tianmu.engine.notice.drafting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the lines of {@link NoticeMarkup} into XHTML, a block a line. */
final class BlockReader {

    private static final Pattern HEADING = Pattern.compile("(#{1,2}) (.*?)(?: \\{#([a-z0-9-]{0,64})})?");
    private static final Pattern MARKED = Pattern.compile("([@^>]) ?(.*)");
    private static final Pattern KEPT = Pattern.compile("\\[\\[原样(\\d{1,4})]]");
    private static final Pattern POINT = Pattern.compile("- (.*)");
    private static final Pattern COUNTED = Pattern.compile("\\d{1,3}\\. (.*)");
    private static final Map<String, String> CLASSES = Map.of("@", "to", "^", "c", ">", "sub");

    private final List<String> kept;
    private final HeadingIds ids;
    private final Set<String> used = new HashSet<>();
    private final List<MarkupFault> faults = new ArrayList<>();
    private final StringBuilder out = new StringBuilder();

    BlockReader(List<String> kept, HeadingIds ids) {
        this.kept = kept;
        this.ids = ids;
    }

    NoticeMarkup.Reading read(String text) {
        List<String> lines = text.lines().map(BlockReader::trimmed).toList();
        int at = 0;
        while (at < lines.size()) {
            String line = lines.get(at);
            if (line.isEmpty()) {
                at++;
            } else if (line.startsWith("|")) {
                int end = endOf(lines, at, each -> each.startsWith("|"));
                out.append(new TableReader(at + 1, faults).read(lines.subList(at, end)));
                at = end;
            } else if (POINT.matcher(line).matches()) {
                at = list(lines, at, "ul", POINT);
            } else if (COUNTED.matcher(line).matches()) {
                at = list(lines, at, "ol", COUNTED);
            } else {
                block(line, at + 1);
                at++;
            }
        }
        return new NoticeMarkup.Reading(out.toString(), List.copyOf(faults));
    }

    private static int endOf(List<String> lines, int from, Predicate<String> belongs) {
        int end = from;
        while (end < lines.size() && belongs.test(lines.get(end))) {
            end++;
        }
        return end;
    }

    private int list(List<String> lines, int from, String tag, Pattern item) {
        int end = endOf(lines, from, each -> item.matcher(each).matches());
        out.append('<').append(tag).append(">\n");
        for (int i = from; i < end; i++) {
            Matcher words = item.matcher(lines.get(i));
            words.matches();
            out.append("<li>").append(inline(words.group(1), i + 1)).append("</li>\n");
        }
        out.append("</").append(tag).append(">\n");
        return end;
    }

    private void block(String line, int number) {
        Matcher keptMark = KEPT.matcher(line);
        Matcher heading = HEADING.matcher(line);
        Matcher marked = MARKED.matcher(line);
        if (keptMark.matches()) {
            int place = Integer.parseInt(keptMark.group(1));
            if (place < 1 || place > kept.size()) {
                faults.add(new MarkupFault(number, "kept", line));
            } else {
                out.append(kept.get(place - 1)).append('\n');
            }
        } else if (heading.matches()) {
            heading(heading, number);
        } else if (marked.matches()) {
            out.append("<p class=\"").append(CLASSES.get(marked.group(1))).append("\">")
                    .append(inline(marked.group(2), number)).append("</p>\n");
        } else {
            out.append("<p>").append(inline(line, number)).append("</p>\n");
        }
    }

    private void heading(Matcher heading, int number) {
        int level = heading.group(1).length() + 1;
        String usual = ids.next(level);
        String id = heading.group(3) == null ? usual : heading.group(3);
        if (!id.isEmpty() && !used.add(id)) {
            faults.add(new MarkupFault(number, "heading", id));
        }
        out.append("<h").append(level);
        if (!id.isEmpty()) {
            out.append(" id=\"").append(id).append('"');
        }
        out.append('>').append(inline(heading.group(2), number)).append("</h").append(level).append(">\n");
    }

    private String inline(String words, int number) {
        return InlineMarks.xhtml(words, fault -> faults.add(new MarkupFault(number, fault.code(), fault.words())));
    }

    /** Plain spaces at the ends of a line are layout; the wide space of Chinese is not. */
    private static String trimmed(String line) {
        int from = 0;
        int to = line.length();
        while (from < to && line.charAt(from) <= ' ') {
            from++;
        }
        while (to > from && line.charAt(to - 1) <= ' ') {
            to--;
        }
        return line.substring(from, to);
    }
}
