package gov.tianmu.engine.modules.definition;

import java.math.BigDecimal;
import java.util.List;

/** Checks that an assessment table adds up, as the printed one does (附件2: 100+10). */
final class ScoreChecks {

    private final XmlElement scores;
    private final Findings findings;

    ScoreChecks(XmlElement scores, Findings findings) {
        this.scores = scores;
        this.findings = findings;
    }

    void check() {
        List<XmlElement> sections = scores.children("section");
        BigDecimal total = sum(sections.stream().filter(section -> !section.flag("bonus")).toList());
        if (total.compareTo(scores.decimal("total")) != 0) {
            findings.add(
                    scores,
                    "各部分合计 " + total + " 分，与总分 " + scores.get("total") + " 不符",
                    "the sections add up to " + total + ", not to the total " + scores.get("total"));
        }
        BigDecimal bonus = sum(sections.stream().filter(section -> section.flag("bonus")).toList());
        BigDecimal cap = scores.decimal("bonus-cap");
        if (cap.compareTo(bonus) > 0 || cap.signum() == 0 && bonus.signum() > 0) {
            findings.add(
                    scores,
                    "加分上限 " + cap + " 与加分项合计 " + bonus + " 不符",
                    "the bonus cap " + cap + " does not fit the bonus sections, which add up to " + bonus);
        }
        if (scores.get("aggregate").equals("trimmed-mean") && scores.integer("quorum") < 3) {
            findings.add(
                    scores, "去掉最高分和最低分至少需要3人", "without the highest and the lowest it takes a quorum of 3");
        }
        sections.forEach(this::checkSection);
    }

    private void checkSection(XmlElement section) {
        BigDecimal items = sum(section.children("item"));
        if (items.compareTo(section.decimal("points")) != 0) {
            findings.add(
                    section,
                    "各项合计 " + items + " 分，与本部分 " + section.get("points") + " 分不符",
                    "the items add up to " + items + ", not to the section's " + section.get("points"));
        }
        section.children("item").forEach(this::checkItem);
    }

    private void checkItem(XmlElement item) {
        if (item.list("methods").isEmpty()) {
            findings.add(item, "应写明评估方式", "an item names a method");
        }
        checkHalves(item);
        for (XmlElement rule : item.children()) {
            if (rule.find("points").isEmpty()) {
                continue;
            }
            checkHalves(rule);
            if (rule.decimal("points").compareTo(item.decimal("points")) > 0) {
                findings.add(rule, "一条规则的分数超过了该项的分值", "a rule has more points than its item");
            }
        }
    }

    private void checkHalves(XmlElement pointed) {
        if (!scores.flag("half-points") && pointed.decimal("points").stripTrailingZeros().scale() > 0) {
            findings.add(pointed, "本表不用半分", "this table gives no half points");
        }
    }

    private static BigDecimal sum(List<XmlElement> pointed) {
        return pointed.stream().map(element -> element.decimal("points")).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
