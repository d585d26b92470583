package gov.tianmu.spi.definition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * An assessment table (考核表): sections, items, points, rules of deduction and award, a bonus and vetoes.
 *
 * @param total points without the bonus; the sections' points must add up to it
 * @param bonusCap how many bonus points count at most
 * @param halfPoints whether halves may be given
 * @param sections in order
 * @param vetoes any of which ends the evaluation as not passed
 */
public record ScoreScheme(
        BigDecimal total, BigDecimal bonusCap, boolean halfPoints, List<ScoreSection> sections, List<Veto> vetoes) {

    /** How an item is looked at. */
    public enum Method {
        /** 实地考察 */
        SITE_VISIT,
        /** 材料审核 */
        DOCUMENT_REVIEW,
        /** 管理记录 */
        MANAGEMENT_RECORD
    }

    /** A group of items; {@code bonus} ones count on top of the total. */
    public record ScoreSection(String id, Text title, BigDecimal points, boolean bonus, List<ScoreItem> items) {}

    /** One line of the table. */
    public record ScoreItem(
            String id, Text content, Text criteria, Set<Method> methods, BigDecimal points, List<ScoreRule> rules) {}

    /** How the facts of an item turn into points. */
    public sealed interface ScoreRule {

        String id();

        Text label();

        /** No points at all when it holds (不得分). */
        record ZeroWhen(String id, Text label) implements ScoreRule {}

        /** A fixed deduction when it holds (扣2分). */
        record DeductWhen(String id, Text label, BigDecimal points) implements ScoreRule {}

        /** A deduction for each unit short of a number (每少培养1人扣1分). */
        record DeductPerMissing(String id, Text label, BigDecimal points, BigDecimal needed, Text unit)
                implements ScoreRule {}

        /** Points for each unit (每培养技师1人得1分), up to the item's points. */
        record AwardPer(String id, Text label, BigDecimal points, Text unit) implements ScoreRule {}

        /** A deduction the assessor sets and gives a reason for (视情况酌情扣分). */
        record Discretionary(String id, Text label) implements ScoreRule {}
    }

    /** A fact that ends the evaluation (否决项). */
    public record Veto(String id, Text label) {}

    public ScoreScheme {
        sections = List.copyOf(sections);
        vetoes = List.copyOf(vetoes);
    }
}
