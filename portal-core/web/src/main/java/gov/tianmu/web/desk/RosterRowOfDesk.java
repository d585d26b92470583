package gov.tianmu.web.desk;

import gov.tianmu.engine.roster.BrowseRoster;
import java.time.LocalDate;

/** A title in the bureau's look-up. */
public record RosterRowOfDesk(BrowseRoster.Row row) {

    public LocalDate getSince() {
        return row.since().orElse(null);
    }

    public LocalDate getUntil() {
        return row.until().orElse(null);
    }

    /** The shape of its tag. */
    public String getTag() {
        return switch (row.standing()) {
            case VALID, RENEWED -> "ok";
            case UNDER_EVALUATION -> "wait";
            case EXPIRED -> "off";
            case REVOKED -> "back";
        };
    }

    /** The key of its tag's words. */
    public String getStandingKey() {
        return "desk.standing." + row.standing().code();
    }
}
