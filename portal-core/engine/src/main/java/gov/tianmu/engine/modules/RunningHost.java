package gov.tianmu.engine.modules;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Where the rest of this package finds the module host, from the portal's start to its stop. */
@ApplicationScoped
class RunningHost {

    private volatile ModuleHost host;

    public Optional<ModuleHost> get() {
        return Optional.ofNullable(host);
    }

    /** What runs now; nothing before the start and after the stop. */
    public LiveModules live() {
        return get().map(ModuleHost::live).orElse(LiveModules.NONE);
    }

    public void set(ModuleHost newHost) {
        host = newHost;
    }
}
