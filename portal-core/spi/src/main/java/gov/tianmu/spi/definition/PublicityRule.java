package gov.tianmu.spi.definition;

/**
 * How a proposed list is made public before the decision.
 *
 * @param workingDays how long it stands, at least
 * @param objection how somebody objects; shown with the list
 * @param anonymous whether an objection without a name is taken up
 */
public record PublicityRule(int workingDays, Text objection, boolean anonymous) {

    public PublicityRule {
        if (workingDays < 1) {
            throw new IllegalArgumentException("a list stands for a working day at least");
        }
        objection = objection == null ? Text.EMPTY : objection;
    }
}
