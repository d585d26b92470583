package gov.tianmu.engine.casefile;

import gov.tianmu.engine.modules.compare.DefinitionComparison;
import gov.tianmu.engine.usecase.Violation;
import gov.tianmu.spi.definition.Text;
import java.util.List;
import java.util.Locale;

/**
 * Another form than the one a draft is filled in by is in force: what it has otherwise, what moving to it does to the
 * draft's answers, and what stands against it.
 *
 * @param version of the case, as its ETag
 * @param from the version of the program the draft began with
 * @param to the version in force
 * @param newer whether the version in force is the later one; it is not after an operator went back to an earlier one
 * @param changes what the form and its documents have otherwise
 * @param effects what becomes of answers and documents the draft has; what is not named stays as it is
 * @param obstacles what does not fit, at the places of the form the draft began with; none when it can move
 */
public record FormUpdate(
        String number,
        long version,
        String from,
        String to,
        boolean newer,
        DefinitionComparison changes,
        List<Effect> effects,
        List<Violation> obstacles) {

    public FormUpdate {
        effects = List.copyOf(effects);
        obstacles = List.copyOf(obstacles);
    }

    public boolean mayMove() {
        return obstacles.isEmpty();
    }

    /**
     * What becomes of one answer or of the documents for one requirement.
     *
     * @param label what the form the draft began with calls it
     * @param to what the form in force calls it; empty when it is given up
     */
    public record Effect(Kind kind, Text label, Text to) {

        /** What happens. */
        public enum Kind {
            /** The answer goes to a question of another name. */
            RENAMED,
            /** The choice becomes another option. */
            MAPPED,
            /** The answer is given up. */
            DROPPED,
            /** The documents go to a requirement of another name. */
            DOCUMENT_RENAMED,
            /** The documents are taken off and stay in the case's history. */
            DOCUMENT_DROPPED;

            /** The name in the API and in message keys: lower case with hyphens. */
            public String code() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }
    }
}
