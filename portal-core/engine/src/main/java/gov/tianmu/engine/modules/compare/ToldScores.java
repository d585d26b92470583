package gov.tianmu.engine.modules.compare;

import gov.tianmu.engine.modules.compare.DefinitionChange.Part;
import gov.tianmu.spi.definition.ScoreScheme;
import gov.tianmu.spi.definition.ScoreScheme.ScoreItem;
import gov.tianmu.spi.definition.ScoreScheme.ScoreRule;
import gov.tianmu.spi.definition.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Retells an assessment table: the whole, its sections, items with their rules, and vetoes. */
final class ToldScores {

    private ToldScores() {}

    static List<Told> of(ScoreScheme scheme) {
        List<Told> told = new ArrayList<>();
        ScoreScheme.Panel panel = scheme.panel();
        told.add(Told.of(Part.SCORE, "scores", "", new Text("考核表", "Assessment table"))
                .fact("total", "总分", "Total", points(scheme.total()))
                .fact("bonus-cap", "加分上限", "Bonus cap", points(scheme.bonusCap()))
                .sayIf(scheme.halfPoints(), "half-points", "可以给半分", "half points")
                .fact("quorum", "最少评分人数", "Quorum", Optional.of(panel.quorum()))
                .fact("aggregate", "合成办法", "Aggregate", aggregate(panel.aggregate()))
                .fact("divergence", "需要复核的分差", "Divergence", panel.divergence().flatMap(ToldScores::points)));
        for (ScoreScheme.ScoreSection section : scheme.sections()) {
            String id = "section." + section.id();
            told.add(Told.of(Part.SCORE, id, "sections", section.title())
                    .fact("title", "名称", "Title", section.title())
                    .fact("points", "分值", "Points", points(section.points()))
                    .sayIf(section.bonus(), "bonus", "加分项", "a bonus"));
            section.items().forEach(item -> told.add(item(item, id)));
        }
        scheme.vetoes().forEach(veto -> told.add(Told.of(Part.SCORE, "veto." + veto.id(), "vetoes", veto.label())
                .fact("label", "否决项", "Veto", veto.label())));
        return told;
    }

    private static Told item(ScoreItem item, String section) {
        Told told = Told.of(Part.SCORE, "item." + item.id(), section, item.content())
                .fact("content", "内容", "Content", item.content())
                .fact("criteria", "评分标准", "Criteria", item.criteria())
                .fact("points", "分值", "Points", points(item.points()))
                .fact("methods", "评估方式", "Methods",
                        Told.joined(item.methods().stream().sorted().map(ToldScores::method).toList()));
        item.rules().forEach(rule -> told.fact("rule." + rule.id(), "规则", "Rule", rule(rule)));
        return told;
    }

    private static Text rule(ScoreRule rule) {
        Text effect = effect(rule);
        return new Text(
                rule.label().zh() + "（" + effect.zh() + "）", Told.english(rule.label()) + " (" + effect.en() + ")");
    }

    private static Text effect(ScoreRule rule) {
        if (rule instanceof ScoreRule.DeductWhen deduct) {
            String points = plain(deduct.points());
            return new Text("扣" + points + "分", points + " points off");
        }
        if (rule instanceof ScoreRule.DeductPerMissing missing) {
            String unit = missing.unit().zh();
            return new Text(
                    "不足%s%s，每少1%s扣%s分".formatted(plain(missing.needed()), unit, unit, plain(missing.points())),
                    plain(missing.points()) + " points off for each short of " + plain(missing.needed()));
        }
        if (rule instanceof ScoreRule.AwardPer award) {
            return new Text(
                    "每1%s得%s分".formatted(award.unit().zh(), plain(award.points())),
                    plain(award.points()) + " points for each");
        }
        if (rule instanceof ScoreRule.Discretionary free) {
            return free.onTotal()
                    ? new Text("酌情扣总分", "off the total at discretion")
                    : new Text("酌情扣分", "off at discretion");
        }
        return new Text("不得分", "no points");
    }

    private static Text method(ScoreScheme.Method method) {
        return switch (method) {
            case SITE_VISIT -> new Text("实地考察", "site visit");
            case DOCUMENT_REVIEW -> new Text("材料审核", "document review");
            case MANAGEMENT_RECORD -> new Text("管理记录", "management record");
        };
    }

    private static Text aggregate(ScoreScheme.Aggregate aggregate) {
        return switch (aggregate) {
            case MEAN -> new Text("平均分", "mean");
            case TRIMMED_MEAN -> new Text("去掉最高分和最低分后的平均分", "mean without the highest and the lowest");
        };
    }

    private static Optional<String> points(BigDecimal points) {
        return Optional.of(plain(points));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
