package gov.tianmu.engine.modules;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * The use of one running generation of a program's module. As long as it is open, that generation's files and services
 * stay as they are, whatever replaces the module meanwhile. Hold it for one request or one call and close it; a module
 * waits ten seconds for those who do not.
 */
public final class ProgramUse implements AutoCloseable {

    private final String programId;
    private final Generation generation;
    private final AtomicBoolean open = new AtomicBoolean(true);

    private ProgramUse(String programId, Generation generation) {
        this.programId = programId;
        this.generation = generation;
    }

    /** Enters a generation; empty when it is on its way out. */
    static Optional<ProgramUse> of(String programId, Generation generation) {
        return generation.enter() ? Optional.of(new ProgramUse(programId, generation)) : Optional.empty();
    }

    public String programId() {
        return programId;
    }

    /** Grows with every start of any module; never two generations have the same. */
    public long generation() {
        return generation.number();
    }

    /** The module's symbolic name. */
    public String moduleName() {
        return generation.bundle().getSymbolicName();
    }

    /** A file of the module, by its path in the jar. */
    public Optional<URL> file(String path) {
        return Optional.ofNullable(generation.bundle().getEntry(path));
    }

    /**
     * The services of one type that the module itself brings for this program, in the order of their component names;
     * another module's cannot speak for it. Get and unget them through {@link #context()}.
     */
    public <T> List<ServiceReference<T>> services(Class<T> type) {
        return services(type, "(tianmu.program=" + programId + ")");
    }

    <T> List<ServiceReference<T>> services(Class<T> type, String filter) {
        ServiceReference<?>[] all = generation.bundle().getRegisteredServices();
        if (all == null) {
            return List.of();
        }
        try {
            var wanted = context().createFilter(filter);
            return Stream.of(all)
                    .filter(service ->
                            List.of((String[]) service.getProperty(Constants.OBJECTCLASS)).contains(type.getName()))
                    .filter(wanted::match)
                    .map(service -> ProgramUse.<T>cast(service))
                    .sorted((one, other) -> name(one).compareTo(name(other)))
                    .toList();
        } catch (InvalidSyntaxException noId) {
            throw new IllegalArgumentException("no program id: " + programId, noId);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> ServiceReference<T> cast(ServiceReference<?> service) {
        return (ServiceReference<T>) service;
    }

    private static String name(ServiceReference<?> service) {
        return Objects.toString(service.getProperty("component.name"), "");
    }

    /** Through which the module's services are got. */
    public BundleContext context() {
        return generation.bundle().getBundleContext();
    }

    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            generation.leave();
        }
    }
}
