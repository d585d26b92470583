package gov.tianmu.engine.notice.drafting;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The texts of notices as plain lines, and back. One block a line, an empty line where one likes:
 *
 * <pre>
 * # 1、一个部分            a part (h2)
 * ## 一、一个章节          a chapter of it (h3)
 * @ 各有关单位：           whom it is addressed to
 * ^ 联系人：朱震           centred
 * > 其他相关材料           a point, set in
 * - 一点                   a list; 1. counts
 * **（一）粗体。**其余     bold
 * [名称](https://…)        a link
 * ⏎                        a break inside the line
 * |% 9 46 45               a table: its widths in percent,
 * |= 序号 | 名称 | 单位 |  its head,
 * | 1 | 叶小挺 | 万马 |    its rows; a cell may begin with ! (head of its row), !! (of several rows), {3行}, {2列}, {居中}
 * |-                       a group of rows ends
 * [[原样1]]                what these marks cannot say, kept as it was
 * </pre>
 *
 * <p>A backslash before a mark makes it a plain character. A heading's id follows from its place ({@code p2}, {@code
 * p2-1}); another one stands behind it as <code>{#unit}</code>, none as <code>{#}</code>.
 *
 * <p>Lossless: whatever would not come back exactly as it was is kept, block by block.
 */
public final class NoticeMarkup {

    private NoticeMarkup() {}

    /** XHTML made of a marked text, and what is wrong with it; with faults it is still well-formed. */
    record Reading(String xhtml, List<MarkupFault> faults) {}

    /**
     * The lines of an XHTML fragment.
     *
     * @throws IllegalArgumentException when it is not well-formed
     */
    public static MarkedText of(String fragment) {
        List<String> kept = new ArrayList<>();
        StringBuilder lines = new StringBuilder();
        HeadingIds ids = new HeadingIds();
        String kind = "";
        for (Node node = Fragments.parse(fragment).getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() == Node.COMMENT_NODE || Fragments.isBlank(node)) {
                continue;
            }
            String words = wordsOf(node, ids, kept);
            // Two tables or lists side by side would run together.
            boolean runsOn = words.startsWith("|") || words.startsWith("- ") || words.startsWith("1. ");
            if (runsOn && kind.equals(words.substring(0, 1))) {
                lines.append('\n');
            }
            lines.append(words).append('\n');
            kind = runsOn ? words.substring(0, 1) : "";
        }
        return new MarkedText(lines.toString().stripTrailing(), kept);
    }

    private static String wordsOf(Node node, HeadingIds ids, List<String> kept) {
        if (node instanceof Element block) {
            HeadingIds before = ids.copy();
            try {
                String words = BlockWords.of(block, ids);
                Reading back = new BlockReader(List.of(), before).read(words);
                Element again = Fragments.firstElement(back.xhtml());
                if (back.faults().isEmpty() && again != null && Fragments.same(block, again)) {
                    return words;
                }
            } catch (UnsaidException withoutWords) {
                // Kept, like what would come back otherwise.
            }
        }
        kept.add(Fragments.write(node));
        return "[[原样" + kept.size() + "]]";
    }

    /** The XHTML of a marked text. */
    static Reading read(MarkedText text) {
        return new BlockReader(text.kept(), new HeadingIds()).read(text.lines());
    }
}
