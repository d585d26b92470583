package gov.tianmu.engine.casefile;

import gov.tianmu.spi.answers.Answers;
import gov.tianmu.spi.definition.Composition;
import gov.tianmu.spi.definition.Field;
import gov.tianmu.spi.definition.ProgramDefinition;

/** Fills the answers that the portal composes from others, e.g. the studio's name. */
public final class ComposedAnswers {

    private ComposedAnswers() {}

    /** An answer is composed once every field it is made of has one; before that it is absent. */
    public static Answers fill(ProgramDefinition definition, Answers answers) {
        Answers filled = answers;
        for (Field field : definition.fields().filter(f -> f.composition().isPresent()).toList()) {
            filled = filled.with(field.id(), compose(field.composition().get(), answers));
        }
        return filled;
    }

    private static String compose(Composition composition, Answers answers) {
        StringBuilder words = new StringBuilder();
        for (Composition.Part part : composition.parts()) {
            if (part.field() == null || part.field().isEmpty()) {
                words.append(part.words());
            } else if (answers.has(part.field())) {
                words.append(answers.text(part.field()).strip());
            } else {
                return null;
            }
        }
        return words.toString();
    }
}
