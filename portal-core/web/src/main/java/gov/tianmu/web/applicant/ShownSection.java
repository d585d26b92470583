package gov.tianmu.web.applicant;

import java.util.List;

/**
 * A section of the form as the page draws it.
 *
 * @param documents its requirements that are not per table row
 * @param perRow the tables whose rows have documents of their own
 */
public record ShownSection(
        String id,
        int ordinal,
        String title,
        String hint,
        List<ShownField> fields,
        List<ShownRequirement> documents,
        List<ShownField> perRow) {}
