package gov.tianmu.web.display;

import gov.tianmu.engine.casefile.CaseStage;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.web.words.Words;
import gov.tianmu.engine.usecase.Violation;
import gov.tianmu.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The sentences of the portal in the reader's language, with their placeholders filled: {@code #{texts.of('home.left',
 * 18)}}. A sentence without placeholders is {@code #{msg['home.title']}}. Whole numbers are written without grouping,
 * as years and counts are in these texts.
 */
@Named
@RequestScoped
public class Texts {

    /** Base name of the bundles, {@code messages_zh_CN} and {@code messages_en}. */
    public static final String BUNDLE = "gov.tianmu.web.messages";

    @Inject
    private Display display;

    /** The sentence of this key; the key itself when it has none, so that a lapse shows and breaks nothing. */
    public String of(String key, Object... args) {
        return of(display.getLocale(), key, args);
    }

    /** A refusal's reason in the reader's language. */
    public String of(Refusal refusal) {
        return Words.of(refusal, display.getLocale());
    }

    /** What is wrong with an answer or a document, in the reader's language. */
    public String of(Violation violation) {
        return Words.of(violation, display.getLocale());
    }

    /** What a case's stage is called, in the reader's language. */
    public String of(CaseStage stage) {
        return Words.of(stage, display.getLocale());
    }

    /** Like {@link #of(String, Object...)} for a list of arguments. */
    public String with(String key, List<?> args) {
        return of(key, args.toArray());
    }

    /** The sentence in a given language. */
    public static String of(Locale locale, String key, Object... args) {
        String pattern;
        try {
            pattern = ResourceBundle.getBundle(BUNDLE, locale).getString(key);
        } catch (MissingResourceException missing) {
            return key;
        }
        if (args.length == 0) {
            return pattern;
        }
        Object[] plain = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            plain[i] = args[i] instanceof Long || args[i] instanceof Integer ? args[i].toString() : args[i];
        }
        return new MessageFormat(pattern, locale).format(plain);
    }
}
