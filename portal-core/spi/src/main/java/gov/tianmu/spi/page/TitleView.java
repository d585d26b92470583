package gov.tianmu.spi.page;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A title in the program's roster.
 *
 * @param name what it is called
 * @param leader who leads it; may be empty
 * @param trade the leader's trade; may be empty
 * @param awardedYear the year it was awarded in
 * @param since its first day; empty for one from an earlier year's list, which names the year only
 * @param until its last day; empty where {@code since} is
 * @param standing how it stands today
 */
public record TitleView(
        String name,
        String leader,
        String trade,
        int awardedYear,
        Optional<LocalDate> since,
        Optional<LocalDate> until,
        Standing standing) {

    /** How a title stands. */
    public enum Standing {
        /** It holds. */
        VALID,
        /** Its years are over and its evaluation has been called. */
        UNDER_EVALUATION,
        /** It was renewed after an evaluation. */
        RENEWED,
        /** Its years are over. */
        EXPIRED,
        /** It was taken away. */
        REVOKED
    }

    public TitleView {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(leader, "leader");
        Objects.requireNonNull(trade, "trade");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(standing, "standing");
    }
}
