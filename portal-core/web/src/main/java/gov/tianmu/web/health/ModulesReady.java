package gov.tianmu.web.health;

import gov.tianmu.engine.modules.ModuleRuntime;
import gov.tianmu.engine.modules.RuntimeHealth;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The module runtime runs. A module that was refused does not make the portal unready: the others serve. */
@Readiness
@ApplicationScoped
public class ModulesReady implements HealthCheck {

    @Inject
    private ModuleRuntime modules;

    @Override
    public HealthCheckResponse call() {
        RuntimeHealth health = modules.health();
        return HealthCheckResponse.named("modules")
                .withData("running", health.running())
                .withData("waiting", health.waiting())
                .withData("refused", health.refused())
                .status(health.active())
                .build();
    }
}
