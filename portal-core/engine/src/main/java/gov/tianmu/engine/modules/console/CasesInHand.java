package gov.tianmu.engine.modules.console;

import gov.tianmu.engine.modules.ModuleKind;
import java.util.Collection;
import java.util.Map;

/** How many cases stand on modules. The step that keeps the cases lies downstream of the modules and answers. */
public interface CasesInHand {

    /**
     * Cases that are not over.
     *
     * @param drafts being filled in
     * @param others handed in, up to before the decision
     */
    record Count(int drafts, int others) {

        public static final Count NONE = new Count(0, 0);

        public int all() {
            return drafts + others;
        }

        /** With those of another count. */
        public Count and(Count more) {
            return new Count(drafts + more.drafts, others + more.others);
        }
    }

    /**
     * The cases that are not over: one query, however many are asked for.
     *
     * @param kind whether the ids are of programs or of notices
     * @return by id; one without such cases is left out
     */
    Map<String, Count> open(ModuleKind kind, Collection<String> ids);
}
