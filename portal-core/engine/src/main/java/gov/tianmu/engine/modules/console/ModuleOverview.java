package gov.tianmu.engine.modules.console;

import gov.tianmu.engine.modules.ModuleRow;
import java.util.Objects;
import java.util.Optional;

/**
 * A module as the console's list shows it.
 *
 * @param defines the id of its program or notice; empty when its file does not say
 * @param openCalls how many calls on it take applications now
 * @param cases the cases on it that are not over
 * @param proposal the open proposal for it
 */
public record ModuleOverview(
        ModuleRow row, String defines, int openCalls, CasesInHand.Count cases, Optional<ProposalRow> proposal) {

    public ModuleOverview {
        Objects.requireNonNull(row, "row");
        Objects.requireNonNull(defines, "defines");
        Objects.requireNonNull(cases, "cases");
        Objects.requireNonNull(proposal, "proposal");
    }
}
