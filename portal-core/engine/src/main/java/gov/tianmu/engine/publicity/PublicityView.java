package gov.tianmu.engine.publicity;

import gov.tianmu.spi.definition.ResultDefinition;
import gov.tianmu.spi.definition.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A proposed list as it is read.
 *
 * @param state where it stands; PUBLIC with {@code over} true waits for the decision
 * @param objection how somebody objects
 * @param columns the further public columns
 * @param entries in order; empty in lists of lists
 */
public record PublicityView(
        String id,
        String callId,
        String programId,
        Text title,
        Publicity.State state,
        Optional<Instant> opensAt,
        Optional<Instant> closesAt,
        boolean over,
        Optional<String> listSha256,
        Text objection,
        List<ResultDefinition.Column> columns,
        List<Entry> entries,
        long entryCount,
        long version,
        Instant seenAt) {

    /** One line. The case's number is for the bureau; public pages do not show it. */
    public record Entry(int ordinal, String caseNumber, String name, String unit, Map<String, String> facts) {}

    public PublicityView {
        columns = List.copyOf(columns);
        entries = List.copyOf(entries);
    }

    public boolean isRunning() {
        return state == Publicity.State.PUBLIC
                && !over
                && opensAt.map(o -> !seenAt.isBefore(o)).orElse(false);
    }

    /** Whole days left, counting the last as one; 0 when over. */
    public long getDaysLeft() {
        long seconds = closesAt.map(c -> Duration.between(seenAt, c).toSeconds()).orElse(0L);
        return seconds <= 0 ? 0 : (seconds + 86_399) / 86_400;
    }
}
