package gov.tianmu.engine.modules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** Where whoever needs a running program's files or services gets in. */
@ApplicationScoped
public class ProgramUses {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final RunningHost running;

    protected ProgramUses() {
        this(null);
    }

    @Inject
    ProgramUses(RunningHost running) {
        this.running = running;
    }

    /**
     * Enters the program's present generation. Waits up to two seconds while modules are being changed.
     *
     * @return empty when the program does not run
     */
    public Optional<ProgramUse> enter(String programId) {
        return running.get().flatMap(host -> host.enter(programId, PATIENCE));
    }
}
