package gov.tianmu.web.health;

import gov.tianmu.engine.modules.ModuleRuntime;
import gov.tianmu.engine.modules.RuntimeHealth;
import gov.tianmu.engine.modules.isolation.ModuleHealth;
import gov.tianmu.engine.modules.isolation.ModuleHealths;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * The module runtime runs. A module that was refused, or is left alone after failures, does not make the portal unready:
 * the others serve. How the calls into each module fare stands beside, by program and kind of call.
 */
@Readiness
@ApplicationScoped
public class ModulesReady implements HealthCheck {

    @Inject
    private ModuleRuntime modules;

    @Inject
    private ModuleHealths healths;

    @Override
    public HealthCheckResponse call() {
        RuntimeHealth health = modules.health();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("modules")
                .withData("running", health.running())
                .withData("waiting", health.waiting())
                .withData("refused", health.refused());
        healths.all().forEach(each -> answer.withData(each.program() + "." + each.kind().code(), words(each)));
        return answer.status(health.active()).build();
    }

    /** For monitoring, and so for everybody: not what failed, which the console tells. */
    private static String words(ModuleHealth health) {
        return "%s, %d calls, %d failed, %d slow%s"
                .formatted(
                        health.state().code(),
                        health.calls(),
                        health.failures(),
                        health.slowCalls(),
                        health.lastFailureAt().map(at -> ", last failure " + at).orElse(""));
    }
}
