package gov.tianmu.engine.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;

/**
 * Keeps how far a set clock stands from the machine's, so that a restart does not fall back behind what has happened
 * already. A start with a date further on wins over what was kept.
 */
@ApplicationScoped
public class KeptClock {

    private static final String NAME = "clock.offset";

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    @Inject
    private PortalClock clock;

    @Transactional
    public void restore() {
        PortalSetting setting = em.find(PortalSetting.class, NAME);
        if (setting == null || clock.offset().isEmpty()) {
            return;
        }
        Duration before = Duration.parse(setting.value());
        if (before.compareTo(clock.offset().get()) > 0) {
            clock.restore(before);
        }
    }

    @Transactional
    public void keep() {
        clock.offset().ifPresent(offset -> {
            PortalSetting setting = em.find(PortalSetting.class, NAME);
            if (setting == null) {
                em.persist(new PortalSetting(NAME, offset.toString()));
            } else {
                setting.change(offset.toString());
            }
        });
    }
}
