package gov.tianmu.web.program;

import gov.tianmu.engine.modules.ProgramStopped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The compiled Facelets of the modules: of each program those of its newest generation. They go when a newer one draws
 * its first page, and when the program stops; a request that still draws an older one compiles for itself.
 */
@ApplicationScoped
class CompiledViews {

    private final Map<String, OfGeneration> programs = new ConcurrentHashMap<>();

    private record OfGeneration(long number, Map<String, Object> views) {}

    /** Compiles a view. */
    interface Compiling {

        Object compile() throws IOException;
    }

    /** The view of this address, compiled at the first request. */
    public Object get(ModuleAddress address, String kind, Compiling compiling) throws IOException {
        OfGeneration held = programs.compute(address.program(), (program, before) ->
                before != null && before.number() >= address.generation()
                        ? before
                        : new OfGeneration(address.generation(), new ConcurrentHashMap<>()));
        if (held.number() != address.generation()) {
            return compiling.compile();
        }
        String key = kind + ":" + address.path();
        Object known = held.views().get(key);
        if (known == null) {
            // Two at once compile twice, which costs less than waiting for each other.
            known = compiling.compile();
            held.views().put(key, known);
        }
        return known;
    }

    public boolean has(ModuleAddress address, String kind) {
        OfGeneration held = programs.get(address.program());
        return held != null
                && held.number() == address.generation()
                && held.views().containsKey(kind + ":" + address.path());
    }

    void forget(@Observes ProgramStopped stopped) {
        programs.remove(stopped.program().definition().id());
    }
}
