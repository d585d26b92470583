package gov.tianmu.web.words;

import gov.tianmu.engine.casefile.CaseStage;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.Violation;
import gov.tianmu.spi.definition.Text;
import gov.tianmu.web.display.ShownDates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Says refusals and violations in Chinese or English: what is wrong, then how to mend it. Pages and the API both speak
 * through this class, so that the same thing is called the same everywhere.
 *
 * <p>The sentences stand in the bundles {@code refusals_zh_CN} and {@code refusals_en}. A placeholder is {@code {name}}
 * (a refusal's arguments are called 0, 1, 2…); {@code {0@stage}} names the argument by the bundle's own word,
 * {@code stage.<argument>}. An instant is written as a date and time in Asia/Shanghai, words of a
 * module in the reader's language. A violation that counts
 * characters has one sentence for too few ({@code .missing}) and one for too many ({@code .surplus}). The rules of a
 * module bring their own words ({@code rule.*}), which are shown as they are.
 */
public final class Words {

    /** Base name of the bundles. */
    public static final String BUNDLE = "gov.tianmu.web.refusals";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z0-9]+)(?:@([a-z-]+))?}");
    private static final Pattern LISTED = Pattern.compile(", ");

    private Words() {}

    /** The reason of a refusal. */
    public static String of(Refusal refusal, Locale locale) {
        Map<String, Object> args = new LinkedHashMap<>();
        for (int i = 0; i < refusal.args().size(); i++) {
            args.put(Integer.toString(i), refusal.args().get(i));
        }
        return say("refusal." + refusal.code(), args, locale);
    }

    /** The message of a violation. */
    public static String of(Violation violation, Locale locale) {
        if (violation.code().startsWith("rule.")) {
            Object english = violation.args().getOrDefault("en", "");
            boolean inEnglish = isEnglish(locale) && !english.equals("");
            return String.valueOf(inEnglish ? english : violation.args().get("zh"));
        }
        String key = "violation." + violation.code();
        for (String side : new String[] {"missing", "surplus"}) {
            boolean counts = violation.args().get(side) instanceof Number number && number.intValue() > 0;
            if (counts && bundle(locale).containsKey(key + "." + side)) {
                return say(key + "." + side, violation.args(), locale);
            }
        }
        return say(key, violation.args(), locale);
    }

    /** What a stage is called. */
    public static String of(CaseStage stage, Locale locale) {
        return say("stage." + stage.code(), Map.of(), locale);
    }

    /** In one or two words, the kind of a refusal: the title of a problem detail. */
    public static String of(Refusal.Kind kind, Locale locale) {
        return title(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), locale);
    }

    /** The title of a problem that is no refusal, such as {@code fault}. */
    public static String title(String kind, Locale locale) {
        return say("kind." + kind, Map.of(), locale);
    }

    /** The sentence of a key; a key that has none shows itself, so that a lapse is seen and breaks nothing. */
    private static String say(String key, Map<String, Object> args, Locale locale) {
        ResourceBundle bundle = bundle(locale);
        if (!bundle.containsKey(key)) {
            return key;
        }
        Function<String, String> word = name -> bundle.containsKey(name) ? bundle.getString(name) : null;
        return PLACEHOLDER
                .matcher(bundle.getString(key))
                .replaceAll(found -> Matcher.quoteReplacement(
                        fill(args.get(found.group(1)), found.group(2), word, locale)));
    }

    private static String fill(Object arg, String vocabulary, Function<String, String> word, Locale locale) {
        String plain = plain(arg, locale);
        if (vocabulary == null) {
            return plain;
        }
        return Arrays.stream(LISTED.split(plain))
                .map(part -> {
                    String named = word.apply(vocabulary + "." + part);
                    return named == null ? part : named;
                })
                .collect(Collectors.joining(isEnglish(locale) ? ", " : "、"));
    }

    private static String plain(Object arg, Locale locale) {
        if (arg instanceof Instant instant) {
            return ShownDates.dateTime(instant, locale);
        }
        if (arg instanceof LocalDate day) {
            return ShownDates.date(day, locale);
        }
        if (arg instanceof Text words) {
            return words.in(locale);
        }
        return arg == null ? "" : arg.toString();
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(BUNDLE, isEnglish(locale) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
    }

    private static boolean isEnglish(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
    }
}
