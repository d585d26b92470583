package gov.tianmu.engine.notice.drafting;

import gov.tianmu.spi.definition.Text;
import java.time.Instant;
import java.util.Optional;

/**
 * A draft in a list: where it stands and who did what.
 *
 * @param version for the next change
 * @param baseNumber the number of the notice it was begun from
 * @param correctionOf the id of the notice it corrects; empty for a new one
 * @param noticeId the notice it was approved as
 * @param decidedBy who approved, returned or discarded it last
 * @param reason why it was returned, in its author's words, or why its module did not get to run, in both languages
 */
public record NoticeDraftSummary(
        String id,
        NoticeDraft.State state,
        long version,
        String number,
        String title,
        String baseNumber,
        String correctionOf,
        Optional<String> noticeId,
        String begunBy,
        Instant begunAt,
        String editedBy,
        Instant editedAt,
        Optional<String> submittedBy,
        Optional<Instant> submittedAt,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt,
        Optional<Text> reason) {

    static NoticeDraftSummary of(NoticeDraft draft) {
        return new NoticeDraftSummary(
                draft.getId(),
                draft.getState(),
                draft.getVersion(),
                draft.getNumber(),
                draft.getTitle(),
                draft.getBaseNumber(),
                draft.getCorrectionOf(),
                draft.getNoticeId(),
                draft.getBegunByName(),
                draft.getBegunAt(),
                draft.getEditedByName(),
                draft.getEditedAt(),
                draft.getSubmittedByName(),
                draft.getSubmittedAt(),
                draft.getDecidedByName(),
                draft.getDecidedAt(),
                draft.getReason());
    }

    public boolean isCorrection() {
        return !correctionOf.isEmpty();
    }
}
