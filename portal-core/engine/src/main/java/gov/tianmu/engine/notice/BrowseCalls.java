package gov.tianmu.engine.notice;

import gov.tianmu.engine.modules.FrozenProgram;
import gov.tianmu.engine.modules.Programs;
import gov.tianmu.engine.usecase.UseCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** One call and the form it asks for, for everybody. */
@ApplicationScoped
@UseCase(open = true)
public class BrowseCalls {

    @Inject
    private Calls calls;

    @Inject
    private Programs programs;

    /** The call as it stands now; also one that is closed or whose module has gone. */
    public Optional<CallView> read(String id) {
        return calls.view(id);
    }

    /** The program a new case would begin with; empty while its module is away. */
    public Optional<FrozenProgram> form(String id) {
        return calls.find(id).flatMap(call -> programs.live(call.getProgramId()));
    }
}
