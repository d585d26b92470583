package gov.tianmu.spi.rule;

import gov.tianmu.spi.answers.Answers;
import java.time.LocalDate;
import java.util.Map;

/**
 * What a rule sees of a case.
 *
 * @param appliedOn the day that counts for rules of age and law: the submission's, or today's for a draft
 * @param answers the form's content
 * @param parameters the call's parameters
 */
public record CaseView(LocalDate appliedOn, Answers answers, Map<String, String> parameters) {

    public CaseView {
        parameters = Map.copyOf(parameters);
    }
}
