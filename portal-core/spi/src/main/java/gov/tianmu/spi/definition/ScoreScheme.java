package gov.tianmu.spi.definition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An assessment table (考核表): sections, items, points, rules of deduction and award, a bonus and vetoes.
 *
 * @param total points without the bonus; the sections' points must add up to it
 * @param bonusCap how many bonus points count at most
 * @param halfPoints whether halves may be given
 * @param sections in order
 * @param vetoes any of which ends the evaluation as not passed
 * @param panel how the sheets of several assessors become one result
 */
public record ScoreScheme(
        BigDecimal total,
        BigDecimal bonusCap,
        boolean halfPoints,
        List<ScoreSection> sections,
        List<Veto> vetoes,
        Panel panel) {

    /**
     * How the sheets of several assessors become one result.
     *
     * @param quorum how many locked sheets it takes, at least
     * @param aggregate what is made of the totals
     * @param divergence totals further apart than this ask for a second reading, if the program says
     */
    public record Panel(int quorum, Aggregate aggregate, Optional<BigDecimal> divergence) {

        /** One assessor, and that one's total is the result. */
        public static final Panel SINGLE = new Panel(1, Aggregate.MEAN, Optional.empty());

        public Panel {
            Objects.requireNonNull(aggregate, "aggregate");
            if (quorum < 1) {
                throw new IllegalArgumentException("a panel has a quorum of at least one");
            }
            if (aggregate == Aggregate.TRIMMED_MEAN && quorum < 3) {
                throw new IllegalArgumentException("without the highest and the lowest it takes three at least");
            }
        }
    }

    /** What is made of the totals of several sheets. */
    public enum Aggregate {
        /** The mean of all. */
        MEAN,
        /** The mean without the highest and the lowest. */
        TRIMMED_MEAN
    }

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

        /**
         * A deduction the assessor sets and gives a reason for (视情况酌情扣分).
         *
         * @param onTotal taken off the whole result instead of the item (视情影响总评分)
         */
        record Discretionary(String id, Text label, boolean onTotal) implements ScoreRule {}
    }

    /** A fact that ends the evaluation (否决项). */
    public record Veto(String id, Text label) {}

    public ScoreScheme {
        sections = List.copyOf(sections);
        vetoes = List.copyOf(vetoes);
        Objects.requireNonNull(panel, "panel");
    }
}
