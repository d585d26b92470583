package gov.tianmu.web.applicant;

import java.util.List;

/**
 * A row of a table as the page draws it.
 *
 * @param id stays with the row
 * @param path {@code team[r1]}
 * @param anchor the row's id on the page
 * @param title what it is called
 * @param line its short answers, in the order of the headings
 * @param cells its questions
 * @param documents its own documents
 * @param pin the officer's request about the whole row; null for none
 */
public record ShownRow(
        String id,
        String path,
        String anchor,
        String title,
        List<LineCell> line,
        List<ShownField> cells,
        List<ShownRequirement> documents,
        Pin pin) {

    /**
     * A short answer in a row's line.
     *
     * @param path of the answer
     * @param heading its column's name
     * @param text as words, personal ones masked
     * @param faulty whether something is wrong with it
     * @param personal whether it is a personal number
     * @param first whether it names the row
     */
    public record LineCell(
            String path, String heading, String text, boolean faulty, boolean personal, boolean first) {}

    public boolean faulty() {
        return pin != null || cells.stream().anyMatch(c -> c.faulty() || c.pin() != null);
    }

    public boolean editable() {
        return cells.stream().anyMatch(ShownField::editable);
    }

    public long documentsNeeded() {
        return documents.stream().filter(ShownRequirement::required).count();
    }

    public long documentsThere() {
        return documents.stream().filter(d -> d.required() && !d.files().isEmpty()).count();
    }

    public long documentsMissing() {
        return documentsNeeded() - documentsThere();
    }
}
