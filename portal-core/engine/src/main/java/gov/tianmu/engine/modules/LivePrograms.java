package gov.tianmu.engine.modules;

import gov.tianmu.engine.modules.compare.Migration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The programs as the module runtime and the archive know them. */
@ApplicationScoped
class LivePrograms implements Programs {

    private final RunningHost running;
    private final FrozenDefinitions frozen;

    protected LivePrograms() {
        this(null, null);
    }

    @Inject
    LivePrograms(RunningHost running, FrozenDefinitions frozen) {
        this.running = running;
        this.frozen = frozen;
    }

    @Override
    public Optional<FrozenProgram> live(String programId) {
        return Optional.ofNullable(running.live().programs().get(programId));
    }

    @Override
    public List<FrozenProgram> live() {
        return List.copyOf(running.live().programs().values());
    }

    @Override
    public Optional<FrozenProgram> known(String programId) {
        return live(programId).or(() -> frozen.latestProgram(programId));
    }

    @Override
    public FrozenProgram frozen(String hash) {
        return frozen.program(hash);
    }

    @Override
    public Optional<Migration> migration(String hash) {
        return frozen.migration(hash);
    }

    @Override
    public Optional<byte[]> part(String hash, String name) {
        return frozen.part(hash, ModuleKind.PROGRAM, name);
    }
}
