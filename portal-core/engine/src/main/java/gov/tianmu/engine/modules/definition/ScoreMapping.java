package gov.tianmu.engine.modules.definition;

import gov.tianmu.spi.definition.ScoreScheme;
import gov.tianmu.spi.definition.ScoreScheme.ScoreRule;
import gov.tianmu.spi.definition.Text;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns the checked {@code scores} of a program into the records of the SPI. */
final class ScoreMapping {

    private final XmlElement scores;
    private final EnglishTexts english;

    ScoreMapping(XmlElement scores, EnglishTexts english) {
        this.scores = scores;
        this.english = english;
    }

    ScoreScheme scheme() {
        return new ScoreScheme(
                scores.decimal("total"),
                scores.decimal("bonus-cap"),
                scores.flag("half-points"),
                scores.children("section").stream().map(this::section).toList(),
                scores.children("veto").stream()
                        .map(veto -> new ScoreScheme.Veto(
                                veto.get("id"),
                                english.text("score.veto." + veto.get("id") + ".label", veto.get("label"))))
                        .toList(),
                new ScoreScheme.Panel(
                        scores.integer("quorum"),
                        ScoreScheme.Aggregate.valueOf(constant(scores.get("aggregate"))),
                        scores.findDecimal("divergence")));
    }

    private ScoreScheme.ScoreSection section(XmlElement section) {
        return new ScoreScheme.ScoreSection(
                section.get("id"),
                english.text("score.section." + section.get("id") + ".title", section.get("title")),
                section.decimal("points"),
                section.flag("bonus"),
                section.children("item").stream().map(this::item).toList());
    }

    private ScoreScheme.ScoreItem item(XmlElement item) {
        String key = "score.item." + item.get("id");
        Set<ScoreScheme.Method> methods = item.list("methods").stream()
                .map(method -> ScoreScheme.Method.valueOf(constant(method)))
                .collect(Collectors.toSet());
        return new ScoreScheme.ScoreItem(
                item.get("id"),
                english.text(key + ".content", item.get("content")),
                item.find("criteria").map(words -> english.text(key + ".criteria", words)).orElse(Text.EMPTY),
                methods,
                item.decimal("points"),
                item.children().stream().map(rule -> rule(rule, key)).toList());
    }

    private ScoreRule rule(XmlElement rule, String itemKey) {
        String id = rule.get("id");
        String key = itemKey + "." + id;
        Text label = english.text(key + ".label", rule.get("label"));
        return switch (rule.name()) {
            case "zero-when" -> new ScoreRule.ZeroWhen(id, label);
            case "deduct-when" -> new ScoreRule.DeductWhen(id, label, rule.decimal("points"));
            case "deduct-per-missing" -> new ScoreRule.DeductPerMissing(
                    id,
                    label,
                    rule.decimal("points"),
                    rule.decimal("needed"),
                    english.text(key + ".unit", rule.get("unit")));
            case "award-per" -> new ScoreRule.AwardPer(
                    id, label, rule.decimal("points"), english.text(key + ".unit", rule.get("unit")));
            case "discretionary" -> new ScoreRule.Discretionary(id, label, rule.flag("on-total"));
            default -> throw new IllegalStateException("the schema let <" + rule.name() + "> pass");
        };
    }

    private static String constant(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
