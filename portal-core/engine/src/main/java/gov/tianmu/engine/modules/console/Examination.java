package gov.tianmu.engine.modules.console;

import gov.tianmu.engine.modules.ModuleReport;
import gov.tianmu.engine.modules.ModuleRuntime;
import gov.tianmu.engine.time.PortalClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;

/** Has the runtime look at a proposed jar as if it were to start. */
@ApplicationScoped
class Examination {

    @Inject
    private ModuleRuntime runtime;

    @Inject
    private PortalClock clock;

    /** A report and how long it took. */
    record Timed(ModuleReport report, Duration took) {}

    Timed of(Path jar) {
        long begun = System.nanoTime();
        ModuleReport report = runtime.examine(jar);
        return new Timed(report, Duration.ofNanos(System.nanoTime() - begun));
    }

    ExaminedProposal of(ProposalRow proposal, Path jar) {
        return of(proposal, of(jar));
    }

    ExaminedProposal of(ProposalRow proposal, Timed timed) {
        return new ExaminedProposal(proposal, timed.report(), clock.now(), timed.took());
    }
}
