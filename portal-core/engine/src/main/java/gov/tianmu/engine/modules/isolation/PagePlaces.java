package gov.tianmu.engine.modules.isolation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The places in each program's own pages: so many requests at a time, a further one waits a moment. A module whose pages
 * are slow holds so many of the portal's threads and no more.
 */
@ApplicationScoped
public class PagePlaces {

    private final int places;
    private final Duration patience;
    private final Map<String, Semaphore> free = new ConcurrentHashMap<>();

    /** A place taken; given back once, when it is closed. */
    public interface Place extends AutoCloseable {

        @Override
        void close();
    }

    public PagePlaces() {
        this(IsolationSettings.USUAL);
    }

    PagePlaces(IsolationSettings settings) {
        this.places = settings.places();
        this.patience = settings.patience();
    }

    /** A place in the pages of a running program; empty when none came free in time. */
    public Optional<Place> enter(String program) {
        Semaphore ofProgram = free.computeIfAbsent(program, id -> new Semaphore(places, true));
        try {
            return ofProgram.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)
                    ? Optional.of(ofProgram::release)
                    : Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
