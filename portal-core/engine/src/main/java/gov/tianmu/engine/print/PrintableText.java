package gov.tianmu.engine.print;

import java.text.Normalizer;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * Makes the words of one document such that the font can show each of them, and remembers what it could not keep.
 *
 * <p>A character without a glyph is never dropped silently: its canonical or compatible twin is taken where the font
 * has that (a pasted radical ⼩ is 小), else the geta mark 〓 stands in its place, as compositors do, and its code point
 * is remembered so that the paper can name it. What nobody sees (controls, joiners, marks of direction) is left out;
 * XML could not carry the controls anyhow.
 */
final class PrintableText {

    private static final int GETA = 0x3013;

    /** Twins that Unicode's normalisation does not know. */
    private static final Map<Integer, String> TWINS = Map.of(0x2215, "\uFF0F", 0x301C, "\uFF5E");

    private final IntPredicate hasGlyph;
    private final SortedSet<Integer> missing = new TreeSet<>();
    private int replaced;

    PrintableText(IntPredicate hasGlyph) {
        this.hasGlyph = hasGlyph;
    }

    String of(String words) {
        StringBuilder kept = new StringBuilder(words.length());
        words.codePoints().forEach(c -> append(kept, c));
        return kept.toString();
    }

    /** How many characters 〓 stands for. */
    int replaced() {
        return replaced;
    }

    /** The code points that 〓 stands for. */
    SortedSet<Integer> missing() {
        return missing;
    }

    private void append(StringBuilder kept, int c) {
        if (c == '\n' || c == '\t') {
            kept.append((char) c);
        } else if (isInvisible(c)) {
            return;
        } else if (hasGlyph.test(c)) {
            kept.appendCodePoint(c);
        } else {
            String twin = TWINS.getOrDefault(c, Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
            if (twin.codePoints().allMatch(hasGlyph)) {
                kept.append(twin);
            } else {
                kept.appendCodePoint(GETA);
                missing.add(c);
                replaced++;
            }
        }
    }

    private static boolean isInvisible(int c) {
        int type = Character.getType(c);
        boolean variationSelector = (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
        return type == Character.CONTROL || type == Character.FORMAT || variationSelector;
    }
}
