package gov.tianmu.engine.modules.compare;

import gov.tianmu.spi.definition.ProgramDefinition;
import java.util.Optional;

/**
 * The open cases of a program, asked before a new definition of it comes into force. The step that keeps the cases lies
 * downstream of the modules and answers.
 */
public interface OpenCases {

    /**
     * What a definition would mean for the open cases that stand on another one. Reads in transactions of its own, a
     * hundred cases at a time, and only where the new definition takes less than the old; changes nothing.
     *
     * @param newHash the hash the definition is or would be frozen under: cases that stand on it already are not touched
     * @param migration what the definition declares about cases before it
     */
    CaseImpact impactOf(
            String programId, String newHash, ProgramDefinition after, Optional<Migration> migration);
}
