package gov.tianmu.engine.notice.drafting;

import gov.tianmu.engine.usecase.Violation;
import gov.tianmu.spi.definition.NoticeDefinition;
import gov.tianmu.spi.definition.Text;
import java.util.List;

/**
 * A draft as it is read and written.
 *
 * @param summary where it stands
 * @param content what was written, as typed
 * @param noticeId the id the notice has or would have; empty while its number makes none
 * @param base the notice it was begun from
 * @param violations what stops it from being submitted, and what to look at
 * @param programs what its calls may open
 * @param own whether the reader wrote or submitted it last and cannot approve it
 */
public record NoticeDraftView(
        NoticeDraftSummary summary,
        NoticeContent content,
        String noticeId,
        NoticeDefinition base,
        List<Violation> violations,
        List<ProgramChoice> programs,
        boolean own) {

    /** A program that a call may open; one that does not run may come later. */
    public record ProgramChoice(String id, Text title, boolean runs) {}

    public NoticeDraftView {
        violations = List.copyOf(violations);
        programs = List.copyOf(programs);
    }

    public boolean isSound() {
        return violations.stream().noneMatch(each -> each.severity() == Violation.Severity.ERROR);
    }
}
