package gov.tianmu.engine.modules.console;

import gov.tianmu.engine.modules.ModuleRow;
import gov.tianmu.engine.modules.isolation.ModuleHealth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A module as the console's list shows it.
 *
 * @param defines the id of its program or notice; empty when its file does not say
 * @param openCalls how many calls on it take applications now
 * @param cases the cases on it that are not over
 * @param health how the calls into it fare while it runs, by kind; a kind that was never called is left out
 * @param proposal the open proposal for it
 */
public record ModuleOverview(
        ModuleRow row,
        String defines,
        int openCalls,
        CasesInHand.Count cases,
        List<ModuleHealth> health,
        Optional<ProposalRow> proposal) {

    public ModuleOverview {
        Objects.requireNonNull(row, "row");
        Objects.requireNonNull(defines, "defines");
        Objects.requireNonNull(cases, "cases");
        Objects.requireNonNull(proposal, "proposal");
        health = List.copyOf(health);
    }

    /** Whether it is called as usual, whatever of it is called. */
    public boolean isWell() {
        return health.stream().allMatch(ModuleHealth::isWell);
    }
}
