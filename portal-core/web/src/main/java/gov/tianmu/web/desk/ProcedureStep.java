package gov.tianmu.web.desk;

import gov.tianmu.engine.casefile.CaseStage;
import gov.tianmu.engine.casefile.CaseSummary;
import gov.tianmu.spi.definition.ProgramDefinition;
import gov.tianmu.spi.definition.Stage;
import gov.tianmu.spi.definition.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A step of the procedure above a case.
 *
 * @param title what the program calls it
 * @param state done, now or todo
 * @param at when the case came there, where that is known
 */
public record ProcedureStep(Text title, String state, Instant at) {

    private static final Set<Stage.Kind> COMMITTEE =
            Set.of(Stage.Kind.SITE_VISIT, Stage.Kind.SCORING, Stage.Kind.COMMITTEE);

    static List<ProcedureStep> of(ProgramDefinition definition, CaseSummary summary) {
        int now = place(definition.stages(), summary.stage());
        List<ProcedureStep> steps = new ArrayList<>();
        for (int i = 0; i < definition.stages().size(); i++) {
            Stage stage = definition.stages().get(i);
            String state = i < now ? "done" : i == now ? "now" : "todo";
            steps.add(new ProcedureStep(stage.title(), state, at(stage, state, summary)));
        }
        return steps;
    }

    private static Instant at(Stage stage, String state, CaseSummary summary) {
        if (stage.kind() == Stage.Kind.SUBMISSION) {
            return summary.submittedAt().orElse(null);
        }
        return state.equals("now") ? summary.stageSince() : null;
    }

    /** Which step a case stands in; behind the last one when everything is done. */
    private static int place(List<Stage> stages, CaseStage stage) {
        Set<Stage.Kind> kinds =
                switch (stage) {
                    case SUBMITTED, RETURNED, DECLINED -> Set.of(Stage.Kind.ACCEPTANCE);
                    case ACCEPTED -> COMMITTEE;
                    case REVIEWED, LISTED, PUBLICISED -> Set.of(Stage.Kind.PUBLICITY);
                    case REFUSED -> Set.of(Stage.Kind.DECISION);
                    case AWARDED -> Set.of(Stage.Kind.GRANT);
                    default -> Set.of(Stage.Kind.SUBMISSION);
                };
        for (int i = 0; i < stages.size(); i++) {
            if (kinds.contains(stages.get(i).kind())) {
                return i;
            }
        }
        return stages.size();
    }
}
