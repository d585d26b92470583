package gov.tianmu.engine.publicity;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * Counts working days as Monday to Friday. Public holidays and the days worked in their stead are announced year by
 * year; the officer who sets the dates sees the weekdays and minds the holidays.
 */
final class WorkingDays {

    private WorkingDays() {}

    /** From the first day to the last, both counted. */
    static int between(LocalDate first, LocalDate last) {
        return (int) first.datesUntil(last.plusDays(1)).filter(WorkingDays::isOne).count();
    }

    private static boolean isOne(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
