package gov.tianmu.spi.value;

/**
 * Text as people paste it: full-width digits and letters from a Chinese input method, blanks between groups, and the
 * invisible direction marks that phones add around numbers.
 */
final class PastedText {

    private static final int FULL_WIDTH_FIRST = 0xFF01;
    private static final int FULL_WIDTH_LAST = 0xFF5E;
    private static final int FULL_WIDTH_OFFSET = 0xFEE0;

    private PastedText() {}

    /** Half-width, without any blank or invisible character; the empty text for null. */
    static String compact(String text) {
        if (text == null) {
            return "";
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .map(PastedText::halfWidth)
                .filter(character -> !isBlankOrInvisible(character))
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static int halfWidth(int character) {
        return character >= FULL_WIDTH_FIRST && character <= FULL_WIDTH_LAST
                ? character - FULL_WIDTH_OFFSET
                : character;
    }

    private static boolean isBlankOrInvisible(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT;
    }

    /** The index of the first character outside 0-9, or -1. */
    static int firstNonDigit(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (!isDigit(text.charAt(index))) {
                return index;
            }
        }
        return -1;
    }

    static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    static int lengthOf(String text) {
        return text.codePointCount(0, text.length());
    }
}
