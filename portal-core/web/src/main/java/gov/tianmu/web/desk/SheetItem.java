package gov.tianmu.web.desk;

import gov.tianmu.engine.review.Correction;
import java.util.List;

/**
 * One line of a case as the officer reads it: an answer, a table, one of its rows, or a document requirement; with the
 * pins on it.
 *
 * @param kind field, table, row, cell or document
 * @param target what a correction is pinned to
 * @param label what it is called
 * @param owner whose it is: the row of a cell or a document; may be empty
 * @param value the answer in words; may be empty
 * @param masked whether it is personal and can be shown by itself
 * @param pinnable whether a correction can be pinned to it now
 * @param reason what the applicant stated to a warning about it; may be empty
 * @param draft the drafted correction on it; may be null
 * @param asked the correction sent and not answered yet; may be null
 * @param mended the correction that was answered and waits for a look; may be null
 * @param change how it differs from the submission before; null when it does not
 * @param files of a document requirement, those of now
 * @param replaced of a document requirement, those of the submission before that are gone
 * @param count of a table, its rows
 */
public record SheetItem(
        String kind,
        String target,
        String label,
        String owner,
        String value,
        boolean masked,
        boolean pinnable,
        String reason,
        Correction draft,
        Correction asked,
        Correction mended,
        Difference change,
        List<SheetFile> files,
        List<SheetFile> replaced,
        int count) {

    /** The anchor of this line on the page. */
    public String anchor() {
        return anchorOf(target);
    }

    static String anchorOf(String target) {
        return "a-" + target.replaceAll("[^A-Za-z0-9-]", "_");
    }

    /** Whether something was changed since the submission before. */
    public boolean changed() {
        return change != null || !replaced.isEmpty() || files.stream().anyMatch(SheetFile::fresh);
    }

    /** Whether it stands in the view of changes only. */
    public boolean touched() {
        return changed() || mended != null || draft != null;
    }

    /** What the line looks like: pinned wins over changed. */
    public String look() {
        if (draft != null || asked != null) {
            return " pinned";
        }
        return changed() || mended != null ? " changed" : "";
    }

    /** What it is called beside its owner. */
    public String fullLabel() {
        return owner.isEmpty() ? label : owner + "：" + label;
    }
}
