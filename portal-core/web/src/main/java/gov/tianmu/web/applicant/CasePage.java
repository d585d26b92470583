package gov.tianmu.web.applicant;

import gov.tianmu.engine.casefile.GiveUpCase;
import gov.tianmu.engine.casefile.MoveDraft;
import gov.tianmu.engine.casefile.ReadCase;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
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

    private static final String MOVED = "moved";

    @Inject
    private HttpServletRequest request;

    @Inject
    private OwnCase own;

    @Inject
    private ReadCase cases;

    @Inject
    private GiveUpCase giveUp;

    @Inject
    private MoveDraft moving;

    private Refusal refusal;

    /**
     * A line of the timeline.
     *
     * @param what the key of its words
     * @param words a reason, when one was given
     */
    public record Event(Instant at, String what, String words) {}

    /** Opens the case; gives it up, or moves it to the form in force, when that form was sent. */
    public void act() throws IOException {
        if (own.find().isEmpty()) {
            Faces.notFound();
            return;
        }
        if (Faces.isPost() && Faces.sent("give-up").isPresent()) {
            follow(giveUp.giveUp(own.actor(), own.getNumber(), OptionalLong.empty()), "/my");
        } else if (Faces.isPost() && Faces.sent("move").isPresent()) {
            follow(
                    moving.move(own.actor(), own.getNumber(), Faces.sentVersion("seen")),
                    own.getAddress() + "?form=" + MOVED);
        }
    }

    private void follow(Outcome<?> outcome, String next) throws IOException {
        refusal = outcome.reason().orElse(null);
        own.reload();
        if (refusal == null) {
            Faces.goTo(next);
        }
    }

    /** Whether the draft has just been moved to the form in force. */
    public boolean isFormMoved() {
        return MOVED.equals(request.getParameter("form")) && own.isDraft() && !own.isFormOutdated();
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
