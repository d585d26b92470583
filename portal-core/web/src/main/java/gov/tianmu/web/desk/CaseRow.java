package gov.tianmu.web.desk;

import gov.tianmu.engine.casefile.CaseStage;
import gov.tianmu.engine.casefile.CaseSummary;
import gov.tianmu.engine.time.PortalClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A case in a list of the desk.
 *
 * @param summary the case
 * @param state where it stands
 * @param days whole days since it came there
 * @param over whether the time for mending has passed
 */
public record CaseRow(CaseSummary summary, CaseState state, long days, boolean over) {

    static CaseRow of(CaseSummary summary, Instant now) {
        LocalDate since = LocalDate.ofInstant(summary.stageSince(), PortalClock.ZONE);
        boolean returned = summary.stage() == CaseStage.RETURNED;
        return new CaseRow(
                summary,
                CaseState.of(summary.stage(), summary.submissions()),
                ChronoUnit.DAYS.between(since, LocalDate.ofInstant(now, PortalClock.ZONE)),
                returned && summary.dueAt().map(now::isAfter).orElse(false));
    }

    public String address() {
        return "/desk/cases/" + summary.number();
    }

    /** The number as it is written: 临技认 2023-0017. */
    public String fullNumber() {
        return summary.mark() + " " + summary.number();
    }

    public Instant submitted() {
        return summary.submittedAt().orElse(null);
    }

    public Instant due() {
        return summary.dueAt().orElse(null);
    }

    public boolean ended() {
        return summary.stage().isFinal();
    }
}
