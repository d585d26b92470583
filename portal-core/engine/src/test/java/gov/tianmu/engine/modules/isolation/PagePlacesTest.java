package gov.tianmu.engine.modules.isolation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** So many requests at a time are in a module's own pages. */
class PagePlacesTest {

    private final PagePlaces places = new PagePlaces(new IsolationSettings(
            Duration.ofSeconds(2), Duration.ofSeconds(1), 10, 5, 50, Duration.ofSeconds(30), 3, 16, 2,
            Duration.ofMillis(50)));

    @Test
    void whoFindsNoPlaceInTimeIsTurnedAwayUntilOneComesFree() {
        List<PagePlaces.Place> taken = new ArrayList<>();
        taken.add(places.enter("sample").orElseThrow());
        taken.add(places.enter("sample").orElseThrow());

        assertTrue(places.enter("sample").isEmpty());
        assertTrue(places.enter("other").isPresent(), "another program has places of its own");

        taken.get(0).close();
        Optional<PagePlaces.Place> free = places.enter("sample");
        assertTrue(free.isPresent());
    }
}
