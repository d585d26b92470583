package gov.tianmu.engine.modules.console;

import gov.tianmu.engine.modules.ModuleReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A proposal and what a dry run found of it a moment ago.
 *
 * @param at when, by the portal's clock
 * @param took how long the dry run took
 */
public record ExaminedProposal(ProposalRow proposal, ModuleReport report, Instant at, Duration took) {

    public ExaminedProposal {
        Objects.requireNonNull(proposal, "proposal");
        Objects.requireNonNull(report, "report");
    }

    /** What whoever decides on this report saw. */
    public ReportGrade grade() {
        return ReportGrade.of(report);
    }
}
