package gov.tianmu.engine.notice.drafting;

import gov.tianmu.engine.time.PortalClock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Dates and times as forms carry them. A deadline is the last second that counts, so a closing time without seconds
 * means its whole minute.
 */
final class WrittenTimes {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2200;

    private WrittenTimes() {}

    static Optional<LocalDate> day(String written) {
        try {
            return Optional.of(LocalDate.parse(written)).filter(day -> isUsual(day.getYear()));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    static Optional<Instant> opening(String written) {
        return local(written).map(WrittenTimes::instant);
    }

    static Optional<Instant> closing(String written) {
        boolean withSeconds = written.length() > "2024-05-08T23:59".length();
        return local(written)
                .map(time -> withSeconds ? time : time.withSecond(59))
                .map(WrittenTimes::instant);
    }

    private static Optional<LocalDateTime> local(String written) {
        try {
            return Optional.of(LocalDateTime.parse(written).truncatedTo(ChronoUnit.SECONDS))
                    .filter(time -> isUsual(time.getYear()));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static boolean isUsual(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private static Instant instant(LocalDateTime time) {
        return time.atZone(PortalClock.ZONE).toInstant();
    }

    /** An opening, some years on. */
    static String writeOpening(Instant instant, int yearsOn) {
        return write(instant, yearsOn, 0);
    }

    /** A closing, some years on. */
    static String writeClosing(Instant instant, int yearsOn) {
        return write(instant, yearsOn, 59);
    }

    private static String write(Instant instant, int yearsOn, int unwritten) {
        LocalDateTime time = LocalDateTime.ofInstant(instant, PortalClock.ZONE).plusYears(yearsOn);
        String minute = time.truncatedTo(ChronoUnit.MINUTES).toString();
        return time.getSecond() == unwritten ? minute : minute + ":%02d".formatted(time.getSecond());
    }
}
