package gov.tianmu.engine.notice.drafting;

import java.util.Map;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A block of XHTML in the words of {@link NoticeMarkup}. */
final class BlockWords {

    /** The class of a paragraph and its mark. */
    static final Map<String, String> PARAGRAPHS = Map.of("to", "@ ", "c", "^ ", "sub", "> ");

    private static final Pattern LOOKS_LIKE_A_MARK = Pattern.compile("(#{1,2} |[@^>|-]|\\[\\[).*");
    private static final Pattern LOOKS_COUNTED = Pattern.compile("(\\d+)(\\. .*)");
    private static final Pattern LOOKS_NAMED = Pattern.compile(".*\\{#[a-z0-9-]*}");

    private BlockWords() {}

    static String of(Element block, HeadingIds ids) throws UnsaidException {
        return switch (block.getTagName()) {
            case "h2", "h3" -> heading(block, ids);
            case "p" -> paragraph(block);
            case "ul", "ol" -> list(block);
            case "table" -> TableWords.of(block);
            default -> throw new UnsaidException(block.getTagName());
        };
    }

    private static String heading(Element heading, HeadingIds ids) throws UnsaidException {
        int level = heading.getTagName().equals("h2") ? 2 : 3;
        String usual = ids.next(level);
        int attributes = heading.getAttributes().getLength();
        boolean named = heading.hasAttribute("id");
        if (attributes > (named ? 1 : 0)) {
            throw new UnsaidException("a heading with more than an id");
        }
        String id = heading.getAttribute("id");
        String words = InlineMarks.words(heading);
        if (LOOKS_NAMED.matcher(words).matches()) {
            throw new UnsaidException("words that look like an id");
        }
        String behind = !named ? " {#}" : id.equals(usual) ? "" : " {#" + id + "}";
        return (level == 2 ? "# " : "## ") + words + behind;
    }

    private static String paragraph(Element paragraph) throws UnsaidException {
        int attributes = paragraph.getAttributes().getLength();
        String words = InlineMarks.words(paragraph);
        if (words.isEmpty()) {
            throw new UnsaidException("an empty paragraph");
        }
        if (attributes == 0) {
            return plain(words);
        }
        String mark = PARAGRAPHS.get(paragraph.getAttribute("class"));
        if (attributes > 1 || mark == null) {
            throw new UnsaidException("a paragraph of another class");
        }
        return mark + words;
    }

    /** Words at the beginning of a line that are no mark. */
    private static String plain(String words) {
        if (LOOKS_LIKE_A_MARK.matcher(words).matches()) {
            return "\\" + words;
        }
        return LOOKS_COUNTED.matcher(words).replaceFirst("$1\\\\$2");
    }

    private static String list(Element list) throws UnsaidException {
        if (list.hasAttributes()) {
            throw new UnsaidException("a list with attributes");
        }
        StringBuilder lines = new StringBuilder();
        int count = 0;
        for (Node node = list.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (Fragments.isBlank(node)) {
                continue;
            }
            if (!(node instanceof Element item) || !item.getTagName().equals("li") || item.hasAttributes()) {
                throw new UnsaidException("a list of something else");
            }
            count++;
            lines.append(lines.isEmpty() ? "" : "\n")
                    .append(list.getTagName().equals("ul") ? "- " : count + ". ")
                    .append(InlineMarks.words(item));
        }
        if (count == 0) {
            throw new UnsaidException("an empty list");
        }
        return lines.toString();
    }
}
