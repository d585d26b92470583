package gov.tianmu.web.applicant;

/**
 * A section in the task list.
 *
 * @param state {@code none} (not begun), {@code half} (begun), {@code ok} (complete) or {@code err} (something to mend)
 * @param missing how much is not there yet
 * @param wrong how much is to be mended
 * @param href its page
 */
public record Task(String id, int ordinal, String title, String state, long missing, long wrong, String href) {}
