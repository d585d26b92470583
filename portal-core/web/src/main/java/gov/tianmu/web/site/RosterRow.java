package gov.tianmu.web.site;

import gov.tianmu.engine.roster.BrowseRoster;
import gov.tianmu.engine.roster.RosterEntry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/**
 * A title in a roster as a page shows it.
 *
 * @param place its place in the list, counting from 1
 * @param title the title
 * @param years how long titles of its program hold, when the program tells
 */
public record RosterRow(long place, BrowseRoster.Row title, OptionalInt years) {

    /** The shape of its tag. */
    public String tag() {
        return tagOf(title.standing());
    }

    /** The key of its tag's words. */
    public String standingKey() {
        return "roster.standing." + title.standing().code();
    }

    /** Whether the days of its validity are known; titles of an earlier list have a year only. */
    public boolean dated() {
        return title.since().isPresent() && title.until().isPresent();
    }

    /** The year in which a title without days ends; 0 when the program does not tell. */
    public int endYear() {
        return years.isPresent() ? title.awardedYear() + years.getAsInt() : 0;
    }

    /** Its roster, narrowed to it. */
    public String address() {
        return "/rosters/" + title.programId() + "?q=" + URLEncoder.encode(title.name(), StandardCharsets.UTF_8);
    }

    static String tagOf(RosterEntry.Standing standing) {
        return switch (standing) {
            case VALID, RENEWED -> "ok";
            case UNDER_EVALUATION -> "wait";
            case EXPIRED, REVOKED -> "off";
        };
    }
}
