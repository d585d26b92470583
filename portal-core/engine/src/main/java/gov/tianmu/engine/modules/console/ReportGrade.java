package gov.tianmu.engine.modules.console;

import gov.tianmu.engine.modules.ModuleReport;
import gov.tianmu.engine.modules.compare.CaseImpact;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How bad a dry run's report is, in figures that two reports of the same jar are held together by: somebody who decided
 * on one of them did not decide on a worse one.
 *
 * @param obstacles what keeps it from starting
 * @param misfits open cases that do not fit its form
 * @param waits programs it would wait for
 */
public record ReportGrade(int obstacles, int misfits, int waits) {

    private static final Pattern CODE = Pattern.compile("(\\d{1,9})-(\\d{1,9})-(\\d{1,9})");

    /** The grade of a report. */
    public static ReportGrade of(ModuleReport report) {
        int obstacles = report.errors().size() + report.problems().size();
        return new ReportGrade(
                report.mayStart() ? 0 : Math.max(1, obstacles),
                report.impact().map(CaseImpact::misfitCount).orElse(0),
                report.waitsFor().size());
    }

    /** A grade as {@link #code()} wrote it; empty for anything else. */
    public static Optional<ReportGrade> read(String code) {
        Matcher figures = CODE.matcher(code);
        return figures.matches()
                ? Optional.of(new ReportGrade(
                        Integer.parseInt(figures.group(1)),
                        Integer.parseInt(figures.group(2)),
                        Integer.parseInt(figures.group(3))))
                : Optional.empty();
    }

    /** Whether it is worse in any respect. */
    public boolean isWorseThan(ReportGrade other) {
        return obstacles > other.obstacles || misfits > other.misfits || waits > other.waits;
    }

    /** For forms and the API: {@code 0-2-1}. */
    public String code() {
        return obstacles + "-" + misfits + "-" + waits;
    }
}
