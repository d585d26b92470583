package gov.tianmu.engine.modules;

import gov.tianmu.engine.modules.isolation.IsolationSettings;
import gov.tianmu.engine.modules.isolation.ModuleBreakers;
import gov.tianmu.engine.modules.isolation.ModuleThreads;
import gov.tianmu.spi.rule.CaseView;
import gov.tianmu.spi.rule.Finding;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/** The rules of the running modules, called on threads kept for modules. */
@ApplicationScoped
class GuardedCaseRules implements CaseRules {

    @Inject
    private ModuleThreads threads;

    @Inject
    private RunningHost running;

    @Inject
    private ModuleBreakers breakers;

    private RuleCalls calls;

    @PostConstruct
    void prepare() {
        calls = new RuleCalls(threads.executor(), IsolationSettings.USUAL, breakers);
    }

    @Override
    public List<Finding> check(String programId, CaseView application) {
        return running.get().map(host -> calls.check(host, programId, application)).orElse(List.of());
    }

    void forget(@Observes ProgramStopped stopped) {
        breakers.forget(stopped.program().definition().id());
    }
}
