package gov.tianmu.web.applicant;

import java.util.List;

/**
 * A table of a form as the page draws it: a line for each row, and under it the row's questions.
 *
 * @param headings of the columns that stand in the lines
 * @param rows the rows
 * @param blank a row with nothing in it, from which the page makes new ones
 * @param canAdd whether rows may come
 * @param canRemove whether rows may go
 * @param documented whether each row has documents of its own
 */
public record ShownTable(
        List<String> headings,
        List<ShownRow> rows,
        ShownRow blank,
        boolean canAdd,
        boolean canRemove,
        boolean documented) {

    /** Columns of the page's table: the headings, the documents, the buttons. */
    public int span() {
        return headings.size() + (documented ? 2 : 1);
    }
}
