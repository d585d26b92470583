package gov.tianmu.web.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Pattern CHINESE = Pattern.compile("[\\u4e00-\\u9fff]");
    private static final Pattern USED = Pattern.compile("(?:msg\\[|texts\\.of\\()'([a-z0-9.-]+)'[\\],)]");

    @Test
    void bothLanguagesHaveTheSameSentences() {
        assertEquals(new TreeSet<>(chinese().stringPropertyNames()), new TreeSet<>(english().stringPropertyNames()));
    }

    @Test
    void bothLanguagesFillTheSamePlaces() {
        Properties chinese = chinese();
        Properties english = english();
        for (String key : chinese.stringPropertyNames()) {
            int places = placesOf(chinese.getProperty(key));
            assertTrue(places >= placesOf(english.getProperty(key)) || key.equals("help.award.grant"), key);
        }
    }

    @Test
    void theEnglishIsEnglish() {
        Set<String> meantToBeChinese = Set.of("site.language.other", "notice.head", "roster.words.hint");
        Properties english = english();
        for (String key : english.stringPropertyNames()) {
            if (!meantToBeChinese.contains(key)) {
                assertTrue(!CHINESE.matcher(english.getProperty(key)).find(), key);
            }
        }
    }

    @Test
    void everySentenceThatAPageNamesIsThere() throws IOException {
        Set<String> known = chinese().stringPropertyNames();
        try (Stream<Path> pages = Files.walk(Path.of("src/main/webapp"))) {
            for (Path page : pages.filter(each -> each.toString().endsWith(".xhtml")).toList()) {
                Matcher used = USED.matcher(Files.readString(page));
                while (used.find()) {
                    assertTrue(known.contains(used.group(1)), page + " names " + used.group(1));
                }
            }
        }
    }

    private static int placesOf(String sentence) {
        return sentence.contains("{") ? new MessageFormat(sentence).getFormatsByArgumentIndex().length : 0;
    }

    private static Properties chinese() {
        return read("/gov/tianmu/web/messages_zh_CN.properties");
    }

    private static Properties english() {
        return read("/gov/tianmu/web/messages_en.properties");
    }

    private static Properties read(String resource) {
        Properties properties = new Properties();
        try (var reader = new InputStreamReader(
                MessagesTest.class.getResourceAsStream(resource), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }
}
