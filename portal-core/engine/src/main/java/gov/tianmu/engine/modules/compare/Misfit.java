package gov.tianmu.engine.modules.compare;

import gov.tianmu.spi.definition.Text;
import java.util.List;
import java.util.Objects;

/**
 * An open case that a new definition would not understand.
 *
 * @param stage the code of the stage it stands in
 * @param fields the questions of the form it began with whose answers do not fit ({@code fax}, {@code team.degree}), and
 *     documents as {@code document:licence}; empty when the stage is the reason
 * @param words why, for the operator; never an answer
 */
public record Misfit(String caseNumber, String stage, List<String> fields, Text words) {

    public Misfit {
        Objects.requireNonNull(caseNumber, "caseNumber");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(words, "words");
        fields = List.copyOf(fields);
    }
}
