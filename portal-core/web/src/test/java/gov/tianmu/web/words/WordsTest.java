package gov.tianmu.web.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.engine.casefile.CaseStage;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.Refusal.Kind;
import gov.tianmu.engine.usecase.Violation;
import gov.tianmu.spi.definition.FieldType;
import gov.tianmu.spi.value.Malformed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final Locale ZH = Locale.SIMPLIFIED_CHINESE;
    private static final Locale EN = Locale.ENGLISH;
    private static final Pattern REFUSAL =
            Pattern.compile("(?:Kind\\.[A-Z_]+,|Refusal\\.invalid\\()\\s*\"([a-z0-9.-]+)\"");
    private static final Pattern VIOLATION =
            Pattern.compile("Violation\\.(?:error|warning)\\([^;]*?,\\s*\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)*)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");

    @Test
    void everyRefusalOfTheEngineAndTheApiHasWordsInBothLanguages() {
        Set<String> keys = codes(REFUSAL).map(c -> "refusal." + c).collect(Collectors.toCollection(TreeSet::new));
        assertTrue(keys.contains("refusal.case.incomplete") && keys.size() > 40, "the scan finds codes: " + keys);
        assertAllThere(keys);
    }

    @Test
    void everyViolationHasWordsInBothLanguages() {
        Set<String> keys = codes(VIOLATION).map(c -> "violation." + c).collect(Collectors.toCollection(TreeSet::new));
        assertTrue(keys.contains("violation.resident-id.twice") && keys.size() > 15, "the scan finds codes: " + keys);
        for (String code : Malformed.codes()) {
            if (code.endsWith(".length")) {
                keys.add("violation." + code + ".missing");
                keys.add("violation." + code + ".surplus");
            } else {
                keys.add("violation." + code);
            }
        }
        assertAllThere(keys);
    }

    @Test
    void everyKindStageAndTypeHasWordsInBothLanguages() {
        Set<String> keys = new TreeSet<>();
        Stream.of(Kind.values())
                .forEach(k -> keys.add("kind." + k.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        Stream.of(CaseStage.values()).forEach(s -> keys.add("stage." + s.code()));
        Stream.of(FieldType.values()).forEach(t -> keys.add("type." + t.code()));
        assertAllThere(keys);
    }

    @Test
    void bothLanguagesFillTheSamePlaceholders() {
        ResourceBundle zh = ResourceBundle.getBundle(Words.BUNDLE, ZH);
        ResourceBundle en = ResourceBundle.getBundle(Words.BUNDLE, EN);
        assertEquals(new TreeSet<>(zh.keySet()), new TreeSet<>(en.keySet()));
        for (String key : zh.keySet()) {
            assertEquals(placeholders(zh.getString(key)), placeholders(en.getString(key)), key);
        }
    }

    @Test
    void tooShortAndTooLongAreSaidApart() {
        Violation shortOne = Violation.error(
                "leader-id", "resident-id.length", "expected", 18, "actual", 17, "missing", 1, "surplus", 0);
        Violation longOne = Violation.error(
                "leader-id", "resident-id.length", "expected", 18, "actual", 19, "missing", 0, "surplus", 1);
        assertEquals("身份证号码现在是17位，少1位。对照身份证补全18位。", Words.of(shortOne, ZH));
        assertEquals("身份证号码现在是19位，多1位。对照身份证改为18位。", Words.of(longOne, ZH));
    }

    @Test
    void argumentsAreSaidInTheReadersLanguage() {
        Refusal late = Refusal.of(Kind.CONFLICT, "call.closed", Instant.parse("2023-05-08T15:59:59Z"));
        assertEquals("申报已于2023年5月8日 23:59截止。请留意下一年度的通知。", Words.of(late, ZH));
        Refusal twice = Refusal.of(Kind.CONFLICT, "case.submitted-already", "submitted");
        assertTrue(Words.of(twice, ZH).contains("“待受理”"));
        assertTrue(Words.of(twice, EN).contains("\"Waiting for acceptance\""));
        Refusal type = Refusal.of(Kind.UNSUPPORTED_TYPE, "document.type-not-allowed", "text/html", "jpeg, pdf");
        assertEquals("这项材料不收这种文件。请换成JPEG图片、PDF。", Words.of(type, ZH));
    }

    @Test
    void aModulesRuleSpeaksForItself() {
        Violation rule = new Violation(
                "leader-birth", Violation.Severity.WARNING, "rule.near-retirement", Map.of("zh", "甲{0}", "en", "A{0}"));
        assertEquals("甲{0}", Words.of(rule, ZH));
        assertEquals("A{0}", Words.of(rule, EN));
        Violation chineseOnly =
                new Violation("leader-birth", Violation.Severity.WARNING, "rule.x", Map.of("zh", "甲", "en", ""));
        assertEquals("甲", Words.of(chineseOnly, EN));
    }

    private static Set<String> placeholders(String sentence) {
        return PLACEHOLDER.matcher(sentence).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static void assertAllThere(Set<String> keys) {
        for (Locale locale : new Locale[] {ZH, EN}) {
            ResourceBundle bundle = ResourceBundle.getBundle(Words.BUNDLE, locale);
            Set<String> missing = new TreeSet<>(keys);
            missing.removeAll(bundle.keySet());
            assertEquals(Set.of(), missing, "without words in " + locale);
        }
    }

    private static Stream<String> codes(Pattern pattern) {
        return Stream.of(Path.of("../engine/src/main/java"), Path.of("src/main/java"))
                .flatMap(WordsTest::sources)
                .flatMap(source -> pattern.matcher(source).results().map(found -> found.group(1)));
    }

    private static Stream<String> sources(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(f -> f.toString().endsWith(".java")).map(WordsTest::read).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
