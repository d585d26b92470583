package gov.tianmu.engine.casefile;

import gov.tianmu.engine.identity.Organisation;
import gov.tianmu.spi.answers.Answers;
import gov.tianmu.spi.definition.Field;
import gov.tianmu.spi.definition.ProgramDefinition;

/** Fills the answers that the sign-on gives and nobody may edit: the unit's name and its credit code. */
final class ClaimedAnswers {

    private ClaimedAnswers() {}

    static Answers fill(ProgramDefinition definition, Organisation organisation, Answers answers) {
        Answers filled = answers;
        for (Field field : definition.fields().filter(f -> f.claim().isPresent()).toList()) {
            String value =
                    switch (field.claim().get()) {
                        case "org_name" -> organisation.name();
                        case "uscc" -> organisation.uscc();
                        default -> throw new IllegalStateException("no such claim: " + field.claim().get());
                    };
            filled = filled.with(field.id(), value);
        }
        return filled;
    }
}
