package gov.tianmu.web.display;

import gov.tianmu.spi.definition.Text;
import jakarta.enterprise.inject.spi.CDI;

/** Words that modules bring, in the reader's language: the function {@code t:text} of pages. */
public final class ShownTexts {

    private ShownTexts() {}

    /** The words in the reader's language; Chinese where the module brings no English; nothing for nothing. */
    public static String text(Text words) {
        return words == null
                ? ""
                : words.in(CDI.current().select(Display.class).get().getLocale());
    }
}
