package gov.tianmu.engine.print;

import java.io.IOException;
import java.io.InputStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.tukaani.xz.XZInputStream;

/**
 * The portal's typeface, parsed: regular for all text, bold for titles. Parsing takes far longer than setting a page,
 * so a set serves one document after another; it is not for two threads at once, since a font reads its glyphs lazily.
 *
 * <p>The fonts are Noto Serif SC (SIL OFL 1.1) as changed by {@code scripts/make-print-font}; see FONTS.md beside them.
 */
final class FontSet {

    static final String FAMILY = "Tianmu Song";

    private final TrueTypeFont regular;
    private final CmapLookup characters;
    private TrueTypeFont bold;

    FontSet() {
        regular = parse("TianmuSong-Regular.ttf.xz");
        try {
            characters = regular.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new PrintException("the regular font has no character map", e);
        }
    }

    TrueTypeFont regular() {
        return regular;
    }

    /** Parsed when first asked for. */
    TrueTypeFont bold() {
        if (bold == null) {
            bold = parse("TianmuSong-Bold.ttf.xz");
        }
        return bold;
    }

    boolean hasGlyph(int codePoint) {
        return characters.getGlyphId(codePoint) != 0;
    }

    private static TrueTypeFont parse(String resource) {
        try (InputStream packed = FontSet.class.getResourceAsStream(resource)) {
            if (packed == null) {
                throw new PrintException("the font is not in the portal: " + resource);
            }
            byte[] font = new XZInputStream(packed).readAllBytes();
            return new TTFParser(true).parse(new RandomAccessReadBuffer(font));
        } catch (IOException e) {
            throw new PrintException("the font does not parse: " + resource, e);
        }
    }
}
