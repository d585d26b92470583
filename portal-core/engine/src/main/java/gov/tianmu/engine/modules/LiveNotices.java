package gov.tianmu.engine.modules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The notices as the module runtime and the archive know them. */
@ApplicationScoped
class LiveNotices implements Notices {

    private final RunningHost running;
    private final FrozenDefinitions frozen;

    protected LiveNotices() {
        this(null, null);
    }

    @Inject
    LiveNotices(RunningHost running, FrozenDefinitions frozen) {
        this.running = running;
        this.frozen = frozen;
    }

    @Override
    public Optional<FrozenNotice> live(String noticeId) {
        return Optional.ofNullable(running.live().notices().get(noticeId));
    }

    @Override
    public List<FrozenNotice> live() {
        return List.copyOf(running.live().notices().values());
    }

    @Override
    public FrozenNotice frozen(String hash) {
        return frozen.notice(hash);
    }

    @Override
    public Optional<byte[]> part(String hash, String name) {
        return frozen.part(hash, ModuleKind.NOTICE, name);
    }
}
