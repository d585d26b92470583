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
    public Optional<FrozenNotice> known(String noticeId) {
        return live(noticeId).or(() -> frozen.latestNotice(noticeId));
    }

    @Override
    public Optional<String> latestVersion(String noticeId) {
        return frozen.latestNotice(noticeId).map(notice -> notice.definition().version());
    }

    @Override
    public Optional<String> module(String noticeId) {
        return running.get().stream()
                .flatMap(host -> host.installed().stream())
                .filter(module -> module.candidate().definition().kind() == ModuleKind.NOTICE)
                .filter(module -> module.candidate().definition().id().equals(noticeId))
                .map(InstalledModule::name)
                .findFirst();
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
