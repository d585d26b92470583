package gov.tianmu.web.applicant;

import gov.tianmu.engine.casefile.GiveUpCase;
import gov.tianmu.engine.casefile.ReadCase;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** {@code /my/cases/{number}}: the task list of a draft; afterwards where the case stands. */
@Named("myCase")
@RequestScoped
public class CasePage {

    /** Deeds whose words are a sentence for the reader; the others' are counts and names. */
    private static final Set<String> SPEAKING = Set.of("case.declined", "case.refused");

    @Inject
    private OwnCase own;

    @Inject
    private ReadCase cases;

    @Inject
    private GiveUpCase giveUp;

    private Refusal refusal;

    /**
     * A line of the timeline.
     *
     * @param what the key of its words
     * @param words a reason, when one was given
     */
    public record Event(Instant at, String what, String words) {}

    /** Opens the case; gives it up when that form was sent. */
    public void act() throws IOException {
        if (own.find().isEmpty()) {
            Faces.notFound();
            return;
        }
        if (Faces.isPost() && Faces.sent("give-up").isPresent()) {
            Outcome<?> outcome = giveUp.giveUp(own.actor(), own.getNumber(), OptionalLong.empty());
            refusal = outcome.reason().orElse(null);
            own.reload();
            if (refusal == null) {
                Faces.goTo("/my");
            }
        }
    }

    public String getRefusal() {
        return refusal == null ? null : Words.of(refusal, own.locale());
    }

    /** What has happened, newest first. */
    public List<Event> getTimeline() {
        List<ReadCase.TimelineEntry> told =
                cases.timeline(own.actor(), own.getNumber()).result().orElse(List.of());
        return told.stream()
                .sorted((a, b) -> b.at().compareTo(a.at()))
                .map(e -> new Event(e.at(), e.what(), SPEAKING.contains(e.what()) ? e.words() : ""))
                .toList();
    }

    /** Whether the applicant may still take the case back. */
    public boolean isGivenUpEasily() {
        return switch (own.getSummary().stage()) {
            case DRAFT, SUBMITTED, RETURNED, ACCEPTED, REVIEWED -> true;
            default -> false;
        };
    }
}
