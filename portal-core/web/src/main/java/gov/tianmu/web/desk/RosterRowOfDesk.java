package gov.tianmu.web.desk;

import gov.tianmu.engine.roster.BrowseRoster;
import java.time.LocalDate;

/** A title in the bureau's look-up. */
public record RosterRowOfDesk(BrowseRoster.Row row) {

    public LocalDate since() {
        return row.since().orElse(null);
    }

    public LocalDate until() {
        return row.until().orElse(null);
    }

    /** The shape of its tag. */
    public String tag() {
        return switch (row.standing()) {
            case VALID, RENEWED -> "ok";
            case UNDER_EVALUATION -> "wait";
            case EXPIRED -> "off";
            case REVOKED -> "back";
        };
    }

    /** The key of its tag's words. */
    public String standingKey() {
        return "desk.standing." + row.standing().code();
    }
}
