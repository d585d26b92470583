package gov.tianmu.web.applicant;

import java.time.Instant;
import java.util.List;

/**
 * A document requirement as the page draws it, with what was attached for it.
 *
 * @param path {@code document:licence} or {@code document:member-id[r1]}
 * @param anchor the line's id on the page
 * @param requirement its id
 * @param row the table row it is for; empty for none
 * @param label what it is called
 * @param hint what it must show; may be empty
 * @param required whether a submission needs one
 * @param accept the file types for the browser's chooser
 * @param maxCount how many files at most
 * @param files what is there
 * @param editable whether files may come and go
 * @param problems what is wrong, as far as it is time to say so
 * @param pin the officer's request; null for none
 */
public record ShownRequirement(
        String path,
        String anchor,
        String requirement,
        String row,
        String label,
        String hint,
        boolean required,
        String accept,
        int maxCount,
        List<ShownFile> files,
        boolean editable,
        List<Problem> problems,
        Pin pin) {

    /**
     * An attached file.
     *
     * @param href where its content is
     * @param size as a person reads it
     */
    public record ShownFile(String id, String name, String href, String size, Instant uploadedAt) {}

    public boolean full() {
        return files.size() >= maxCount;
    }

    /** When the last file came. */
    public Instant uploadedAt() {
        return files.isEmpty() ? null : files.get(files.size() - 1).uploadedAt();
    }
}
