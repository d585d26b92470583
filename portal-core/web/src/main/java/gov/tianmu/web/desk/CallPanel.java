package gov.tianmu.web.desk;

import gov.tianmu.engine.casefile.CaseStage;
import gov.tianmu.engine.review.CaseQueue;
import gov.tianmu.spi.definition.Text;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A call on the desk: how many of its cases stand where.
 *
 * @param id the call
 * @param title what the call is called
 * @param closesAt the end of its window; null when its notice has gone
 * @param total all its cases
 * @param shares its cases by group of stages, in the order of the procedure
 */
public record CallPanel(String id, Text title, Instant closesAt, long total, List<Share> shares) {

    /** A group of stages: its colour, the key of its words, how many. */
    public record Share(String colour, String code, long count) {}

    static CallPanel of(CaseQueue.CallCounts counts, Instant closesAt) {
        return new CallPanel(
                counts.callId(),
                counts.title(),
                closesAt,
                counts.total(),
                List.of(
                        share(counts, "s-w", "submitted", Set.of(CaseStage.SUBMITTED)),
                        share(counts, "s-b", "returned", Set.of(CaseStage.RETURNED)),
                        share(counts, "s-r", "review", Set.of(CaseStage.ACCEPTED, CaseStage.REVIEWED, CaseStage.LISTED)),
                        share(counts, "s-p", "publicised", Set.of(CaseStage.PUBLICISED)),
                        share(counts, "s-d", "ended", DeskCounts.ended())));
    }

    private static Share share(CaseQueue.CallCounts counts, String colour, String code, Set<CaseStage> stages) {
        return new Share(colour, code, stages.stream().mapToLong(counts::in).sum());
    }
}
