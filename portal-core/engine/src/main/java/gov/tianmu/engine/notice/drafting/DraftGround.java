package gov.tianmu.engine.notice.drafting;

import gov.tianmu.spi.definition.NoticeDefinition;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a draft is held against: the portal as it stands at one moment.
 *
 * @param now by the portal's clock
 * @param base the notice it was begun from
 * @param correctionOf the id of the notice it corrects; empty for a new notice
 * @param programs the programs that run, by id with their version
 * @param notices every notice ever published, as it stood last
 */
record DraftGround(
        Instant now,
        NoticeDefinition base,
        String correctionOf,
        Map<String, String> programs,
        Collection<NoticeDefinition> notices) {

    boolean isCorrection() {
        return !correctionOf.isEmpty();
    }

    /** The id the notice will have; empty while its number makes none. */
    String idOf(NoticeContent content) {
        return isCorrection() ? correctionOf : content.idOfNumber();
    }

    /** Whether a call may open the program: it runs, or the earlier notice opened it too, running or not. */
    boolean mayOpen(String program) {
        return programs.containsKey(program) || namedBefore().contains(program);
    }

    private Set<String> namedBefore() {
        return base.calls().stream()
                .map(call -> call.program())
                .collect(Collectors.toUnmodifiableSet());
    }
}
