package gov.tianmu.engine.document;

import gov.tianmu.engine.casefile.AnswerCheck;
import gov.tianmu.engine.usecase.Violation;
import gov.tianmu.spi.answers.Answers;
import gov.tianmu.spi.definition.DocumentRequirement;
import gov.tianmu.spi.definition.ProgramDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds the attached documents against the requirements: which required one is missing, row by row. */
public final class DocumentCheck {

    private DocumentCheck() {}

    public static List<Violation> check(ProgramDefinition definition, Answers answers, List<Document> documents) {
        Set<String> there = documents.stream().map(Document::target).collect(Collectors.toSet());
        List<Violation> violations = new ArrayList<>();
        for (DocumentRequirement requirement : definition.documents()) {
            boolean required = requirement.required()
                    || requirement.requiredWhen()
                            .map(c -> AnswerCheck.holds(c, answers, answers))
                            .orElse(false);
            if (!required) {
                continue;
            }
            if (requirement.per().isEmpty()) {
                missing(requirement, Document.NO_ROW, there, violations);
            } else {
                answers.rows(requirement.per().get()).forEach(r -> missing(requirement, r.id(), there, violations));
            }
        }
        return violations;
    }

    private static void missing(
            DocumentRequirement requirement, String rowId, Set<String> there, List<Violation> violations) {
        String target = Document.target(requirement.id(), rowId);
        if (!there.contains(target)) {
            violations.add(Violation.error(target, "document.missing"));
        }
    }
}
