package gov.tianmu.engine.casefile;

import java.util.Locale;

/**
 * Where a case stands on its way from draft to decision.
 *
 * <p>DRAFT → SUBMITTED → (RETURNED → SUBMITTED)* → ACCEPTED → REVIEWED → LISTED → PUBLICISED → AWARDED. Ends early as
 * DISCARDED (a draft given up), WITHDRAWN (by the applicant), DECLINED (不予受理) or REFUSED (不予认定).
 */
public enum CaseStage {
    /** Being filled in by the applicant. */
    DRAFT,
    /** A draft the applicant gave up. */
    DISCARDED,
    /** Handed in; the officer checks whether it can be accepted. */
    SUBMITTED,
    /** Returned for corrections (补正). */
    RETURNED,
    /** Accepted for review (受理). */
    ACCEPTED,
    /** The committee's opinion is recorded, and in favour. */
    REVIEWED,
    /** On a draft list for publicity. */
    LISTED,
    /** On a list that is public. */
    PUBLICISED,
    /** The title was awarded; the roster has it. */
    AWARDED,
    /** Not accepted (不予受理). */
    DECLINED,
    /** Not awarded: by the committee's opinion or the decision. */
    REFUSED,
    /** Withdrawn by the applicant. */
    WITHDRAWN;

    /** The name in the API and in message keys: lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the applicant may change answers and documents. */
    public boolean isEditable() {
        return this == DRAFT || this == RETURNED;
    }

    /** Whether nothing more will happen. */
    public boolean isFinal() {
        return switch (this) {
            case DISCARDED, AWARDED, DECLINED, REFUSED, WITHDRAWN -> true;
            default -> false;
        };
    }
}
