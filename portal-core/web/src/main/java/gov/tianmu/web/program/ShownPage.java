package gov.tianmu.web.program;

import gov.tianmu.engine.programpage.OpenedPage;
import gov.tianmu.web.display.Display;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What a module's page calls {@code m}: its words ({@code m.msg['key']}, {@code m.text('key', …)}), the addresses of its
 * files ({@code m.url('css/x.css')}), and by any other name what its {@link gov.tianmu.spi.page.PageModel}s prepare.
 */
public final class ShownPage {

    private static final String WORDS = "pages/messages.properties";
    private static final String ENGLISH_WORDS = "pages/messages_en.properties";

    private final OpenedPage page;
    private Map<String, String> words;

    ShownPage(OpenedPage page) {
        this.page = page;
    }

    OpenedPage opened() {
        return page;
    }

    /** The address of a file in the module's {@code files} folder. */
    public String url(String path) {
        return ProgramFiles.addressOf(page.page().program(), page.generation(), path);
    }

    /**
     * The sentence of a key with its placeholders filled ({@link MessageFormat}); the key itself where the module brings
     * no words for it.
     */
    public String text(String key, Object... args) {
        String pattern = msg().get(key);
        if (pattern == null) {
            return key;
        }
        Object[] plain = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            // Years and counts are written without grouping.
            plain[i] = args[i] instanceof Long || args[i] instanceof Integer ? args[i].toString() : args[i];
        }
        return new MessageFormat(pattern, locale()).format(plain);
    }

    /** The module's words in the reader's language, Chinese where there are no English ones. */
    Map<String, String> msg() {
        if (words == null) {
            words = new HashMap<>();
            read(WORDS);
            if (locale().getLanguage().equals(Locale.ENGLISH.getLanguage())) {
                read(ENGLISH_WORDS);
            }
        }
        return words;
    }

    private static Locale locale() {
        return CDI.current().select(Display.class).get().getLocale();
    }

    private void read(String file) {
        Optional<URL> found = page.file(file);
        if (found.isEmpty()) {
            return;
        }
        try (InputStream in = found.get().openStream()) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
