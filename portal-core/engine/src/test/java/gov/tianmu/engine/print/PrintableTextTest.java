package gov.tianmu.engine.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PrintableTextTest {

    /** A font with ASCII, common Han characters and 〓. */
    private final PrintableText printable =
            new PrintableText(c -> (c >= 0x20 && c < 0x7F) || (c >= 0x4E00 && c <= 0x9FFF) || c == 0x3013);

    @Test
    void whatTheFontHasStaysAsItIs() {
        assertEquals("临安 G3\nA4", printable.of("临安 G3\nA4"));
        assertEquals(0, printable.replaced());
    }

    @Test
    void aCompatibleTwinIsTakenWhereTheFontHasIt() {
        assertEquals("小山A1", printable.of("\u2F29\u2F2DＡ１"));
        assertEquals(0, printable.replaced());
    }

    @Test
    void aMissingCharacterIsMarkedCountedAndNamedOnce() {
        assertEquals("林〓与〓", printable.of("林\uD842\uDFB7与\uD842\uDFB7"));
        assertEquals(2, printable.replaced());
        assertEquals(List.of(0x20BB7), List.copyOf(printable.missing()));
    }

    @Test
    void halfACharacterIsMarked() {
        assertEquals("林〓", printable.of("林\uD842"));
    }

    @Test
    void whatNobodySeesIsLeftOut() {
        assertEquals("临安", printable.of("\uFEFF临\u0000\u200B\u202E安\uFE0F\u000B"));
        assertTrue(printable.missing().isEmpty());
    }
}
