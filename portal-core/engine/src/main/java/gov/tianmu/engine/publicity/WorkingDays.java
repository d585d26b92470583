package gov.tianmu.engine.publicity;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * Counts working days as Monday to Friday. Public holidays and the days worked in their stead are announced year by
 * year; the officer who sets the dates sees the weekdays and minds the holidays.
 */
public final class WorkingDays {

    private WorkingDays() {}

    /** From the first day to the last, both counted. */
    public static int between(LocalDate first, LocalDate last) {
        return (int) first.datesUntil(last.plusDays(1)).filter(WorkingDays::isOne).count();
    }

    /** The day by whose end so many working days have passed, the first day counted. */
    public static LocalDate last(LocalDate first, int workingDays) {
        LocalDate day = first;
        for (int left = workingDays - (isOne(first) ? 1 : 0); left > 0; left -= isOne(day) ? 1 : 0) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static boolean isOne(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
