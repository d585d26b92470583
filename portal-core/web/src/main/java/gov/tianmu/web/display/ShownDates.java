package gov.tianmu.web.display;

import gov.tianmu.engine.time.PortalClock;
import jakarta.enterprise.inject.spi.CDI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * Dates and times as the portal writes them, in Asia/Shanghai: 「2023年5月8日 23:59」, in English "8 May 2023, 23:59".
 * The functions of the {@code t:} tag library; each takes an {@link Instant}, {@link LocalDate}, {@link YearMonth},
 * {@link java.time.LocalDateTime} or nothing (and then writes nothing).
 */
public final class ShownDates {

    private ShownDates() {}

    /** 2023年5月8日. */
    public static String date(TemporalAccessor moment) {
        return write(moment, "y年M月d日", "d MMM y", locale());
    }

    /** 2023年5月8日 23:59. */
    public static String dateTime(TemporalAccessor moment) {
        return dateTime(moment, locale());
    }

    /** 2023年5月8日 23:59, in a given language. */
    public static String dateTime(TemporalAccessor moment, Locale locale) {
        return write(moment, "y年M月d日 HH:mm", "d MMM y, HH:mm", locale);
    }

    /** 2023年5月8日, in a given language. */
    public static String date(TemporalAccessor moment, Locale locale) {
        return write(moment, "y年M月d日", "d MMM y", locale);
    }

    /** 5月8日, where the year is plain from what stands around. */
    public static String shortDate(TemporalAccessor moment) {
        return write(moment, "M月d日", "d MMM", locale());
    }

    /** 5月8日 23:59. */
    public static String shortDateTime(TemporalAccessor moment) {
        return write(moment, "M月d日 H:mm", "d MMM, HH:mm", locale());
    }

    /** 2023年5月. */
    public static String month(TemporalAccessor moment) {
        return write(moment, "y年M月", "MMM y", locale());
    }

    /** 2023年. */
    public static String year(TemporalAccessor moment) {
        return write(moment, "y年", "y", locale());
    }

    /** 08, for a calendar leaf. */
    public static String dayOfMonth(TemporalAccessor moment) {
        return write(moment, "dd", "dd", locale());
    }

    /** 5月, for a calendar leaf. */
    public static String monthOfYear(TemporalAccessor moment) {
        return write(moment, "M月", "MMM", locale());
    }

    /** 14:05. */
    public static String time(TemporalAccessor moment) {
        return write(moment, "HH:mm", "HH:mm", locale());
    }

    /** 14:05:30. */
    public static String timeToTheSecond(TemporalAccessor moment) {
        return write(moment, "HH:mm:ss", "HH:mm:ss", locale());
    }

    /** 2023-05-08 or 2023-05-08T23:59:00+08:00, for {@code datetime} attributes. */
    public static String machine(TemporalAccessor moment) {
        if (moment == null) {
            return "";
        }
        return moment instanceof Instant instant
                ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(ZonedDateTime.ofInstant(instant, PortalClock.ZONE))
                : moment.toString();
    }

    private static String write(TemporalAccessor moment, String chinese, String english, Locale locale) {
        if (moment == null) {
            return "";
        }
        TemporalAccessor local = moment instanceof Instant instant ? instant.atZone(PortalClock.ZONE) : moment;
        boolean inEnglish = Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
        try {
            return DateTimeFormatter.ofPattern(inEnglish ? english : chinese, inEnglish ? Locale.ENGLISH : locale)
                    .format(local);
        } catch (DateTimeException lacksPart) {
            return local.toString();
        }
    }

    private static Locale locale() {
        return CDI.current().select(Display.class).get().getLocale();
    }
}
