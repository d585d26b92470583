package gov.tianmu.engine.modules.isolation;

import gov.tianmu.engine.time.PortalClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The breakers of all programs, one for each kind of call. A new generation of a module begins with a closed one. */
@ApplicationScoped
public class ModuleBreakers implements ModuleHealths {

    private final IsolationSettings settings;
    private final Clock machine;
    private final Supplier<Instant> shown;
    private final Map<Key, Held> breakers = new ConcurrentHashMap<>();

    private record Key(String program, CallKind kind) {}

    private record Held(long generation, ModuleBreaker breaker) {}

    protected ModuleBreakers() {
        this(null, null, null);
    }

    @Inject
    public ModuleBreakers(PortalClock clock) {
        // Pauses are of the machine's time: the portal's can be moved by days.
        this(IsolationSettings.USUAL, Clock.systemUTC(), clock::now);
    }

    /** With a clock of the caller's own; for tests. */
    public ModuleBreakers(IsolationSettings settings, Clock machine, Supplier<Instant> shown) {
        this.settings = settings;
        this.machine = machine;
        this.shown = shown;
    }

    /** The breaker for calls of this kind into this generation of the program's module. */
    public ModuleBreaker of(CallKind kind, String program, long generation) {
        Key key = new Key(program, kind);
        Held held = breakers.compute(key, (same, before) ->
                before != null && before.generation() >= generation ? before : new Held(generation, fresh(key)));
        // What an old generation's last requests do says nothing about the new one.
        return held.generation() == generation ? held.breaker() : fresh(key);
    }

    private ModuleBreaker fresh(Key key) {
        return new ModuleBreaker(key.program(), key.kind(), settings, machine, shown);
    }

    /** The program does not run any more, and what it failed for is no news. */
    public void forget(String program) {
        breakers.keySet().removeIf(key -> key.program().equals(program));
    }

    @Override
    public List<ModuleHealth> of(String program) {
        return all().stream().filter(health -> health.program().equals(program)).toList();
    }

    @Override
    public List<ModuleHealth> all() {
        return breakers.values().stream()
                .map(held -> held.breaker().health())
                .sorted(Comparator.comparing(ModuleHealth::program).thenComparing(ModuleHealth::kind))
                .toList();
    }
}
