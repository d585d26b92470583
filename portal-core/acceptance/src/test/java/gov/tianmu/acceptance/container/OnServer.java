package gov.tianmu.acceptance.container;

import gov.tianmu.acceptance.container.server.EngineArchive;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test that runs inside the server, beside the engine. Each begins on a working morning. */
@ExtendWith({DatabaseInstalled.class, ArquillianExtension.class})
public abstract class OnServer {

    static final LocalDateTime MORNING = LocalDateTime.of(2023, 4, 20, 9, 0);

    @Inject
    StillClock clock;

    @Inject
    SmallApplication application;

    @Inject
    Tables tables;

    @Inject
    Crowd crowd;

    @Deployment
    public static WebArchive engine() {
        return EngineArchive.make("engine.war");
    }

    @BeforeEach
    void onAWorkingMorning() {
        clock.standAt(MORNING);
    }

    @AfterEach
    void nothingFailsAnyMore() {
        application.letSubmissionsPass();
    }
}
