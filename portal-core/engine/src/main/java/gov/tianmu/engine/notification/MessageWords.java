package gov.tianmu.engine.notification;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of messages, by event and language. Screens and mail say the same. */
public final class MessageWords {

    private static final String BUNDLE = "gov.tianmu.engine.notification.messages";

    private MessageWords() {}

    public static String subject(String event, List<String> args, Locale locale) {
        return words("message." + event + ".subject", args, locale);
    }

    public static String body(String event, List<String> args, Locale locale) {
        return words("message." + event + ".body", args, locale);
    }

    private static String words(String key, List<String> args, Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                BUNDLE,
                locale,
                MessageWords.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(bundle.getString(key), locale).format(args.toArray());
    }
}
