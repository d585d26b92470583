package gov.tianmu.engine.modules;

import gov.tianmu.spi.rule.CaseView;
import gov.tianmu.spi.rule.Finding;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** The rules of the running modules, called on threads of the container. */
@ApplicationScoped
class GuardedCaseRules implements CaseRules {

    /** How long an application waits for the rules of its program. */
    static final Duration LIMIT = Duration.ofSeconds(2);

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private RunningHost running;

    private RuleCalls calls;

    @PostConstruct
    void prepare() {
        calls = new RuleCalls(executor, LIMIT);
    }

    @Override
    public List<Finding> check(String programId, CaseView application) {
        return running.get().map(host -> calls.check(host, programId, application)).orElse(List.of());
    }
}
