package gov.tianmu.engine.submission;

import java.time.Instant;

/**
 * What the applicant holds after handing in.
 *
 * @param number the case's number
 * @param mark the program's mark, shown before the number
 * @param title what the case is called
 * @param orgName who applied
 * @param round 1 for the first submission, more after corrections
 * @param submittedAt the instant that counts
 * @param documents how many files were attached
 * @param answersSha256 by which it can be shown later what was handed in
 */
public record Receipt(
        String number,
        String mark,
        String title,
        String orgName,
        int round,
        Instant submittedAt,
        int documents,
        String answersSha256) {}
