package gov.tianmu.spi.definition;

import java.util.Locale;
import java.util.Objects;

/**
 * Words for the screen in the portal's two languages.
 *
 * @param zh Chinese, the first language; never null
 * @param en English; empty when the module brings none, then the Chinese is shown
 */
public record Text(String zh, String en) {

    public static final Text EMPTY = new Text("", "");

    public Text {
        Objects.requireNonNull(zh, "zh");
        en = en == null ? "" : en;
    }

    public static Text of(String zh) {
        return new Text(zh, "");
    }

    public String in(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) && !en.isEmpty() ? en : zh;
    }

    public boolean isEmpty() {
        return zh.isEmpty() && en.isEmpty();
    }

    @Override
    public String toString() {
        return zh;
    }
}
