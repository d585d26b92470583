package gov.tianmu.engine.notice.drafting;

import java.util.List;
import java.util.Objects;

/**
 * A text of a notice as an officer writes it: one block a line with light marks (see {@link NoticeMarkup}), and the
 * blocks that the marks cannot say, kept as they were.
 *
 * @param lines what the officer sees and changes
 * @param kept XHTML of the blocks that {@code [[原样1]]}, {@code [[原样2]]} … stand for, in that order
 */
public record MarkedText(String lines, List<String> kept) {

    public static final MarkedText EMPTY = new MarkedText("", List.of());

    public MarkedText {
        Objects.requireNonNull(lines, "lines");
        kept = List.copyOf(kept);
    }

    /** The same kept blocks under other words. */
    public MarkedText with(String otherLines) {
        return new MarkedText(otherLines, kept);
    }
}
