package gov.tianmu.engine.casefile;

import java.util.Set;

/**
 * What an officer has pinned on a case that was returned. The review step knows; it lies downstream of this one, so it
 * is asked through this interface.
 */
public interface EditableTargets {

    /** The pinned answers: field ids, tables, or cells as {@code team[ROW].resident-id}. */
    Set<String> pinnedFields(String caseNumber);

    /** The pinned documents: {@code document:licence} or {@code document:member-id[ROW]}. */
    Set<String> pinnedDocuments(String caseNumber);

    /** Whether a pin lets something be changed: the same thing, or a cell of a pinned table or row. */
    static boolean covers(String pin, String changed) {
        return changed.equals(pin) || changed.startsWith(pin + "[") || changed.startsWith(pin + ".");
    }
}
