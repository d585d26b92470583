package gov.tianmu.spi.definition;

/**
 * How a proposed list is made public before the decision.
 *
 * @param workingDays how long it stands, at least
 * @param objection how somebody objects; shown with the list
 */
public record PublicityRule(int workingDays, Text objection) {

    public PublicityRule {
        objection = objection == null ? Text.EMPTY : objection;
    }
}
