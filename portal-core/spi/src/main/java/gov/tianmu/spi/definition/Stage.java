package gov.tianmu.spi.definition;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * A step of the procedure, in the order of the list.
 *
 * @param kind what happens in it
 * @param title what the screen calls it
 * @param workingDays how long it may take, if the program says
 */
public record Stage(Kind kind, Text title, OptionalInt workingDays) {

    /** The steps the core knows how to carry. A program takes those it needs, in this order. */
    public enum Kind {
        SUBMISSION,
        ACCEPTANCE,
        SITE_VISIT,
        SCORING,
        COMMITTEE,
        PUBLICITY,
        DECISION,
        GRANT
    }

    public Stage {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(title, "title");
    }
}
