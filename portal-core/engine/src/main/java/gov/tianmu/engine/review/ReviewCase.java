package gov.tianmu.engine.review;

import gov.tianmu.engine.casefile.AnswerChanges;
import gov.tianmu.engine.casefile.AnswerPath;
import gov.tianmu.engine.casefile.CaseFile;
import gov.tianmu.engine.casefile.CaseFiles;
import gov.tianmu.engine.casefile.MaskedAnswers;
import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.submission.Submission;
import gov.tianmu.engine.submission.Submissions;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.UseCase;
import gov.tianmu.spi.answers.Answers;
import gov.tianmu.spi.definition.ProgramDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands beside a case while it is reviewed: corrections, and what changed since it was handed in before. */
@ApplicationScoped
@UseCase(by = {Role.APPLICANT, Role.OFFICER, Role.LEADER})
public class ReviewCase {

    @Inject
    private CaseFiles cases;

    @Inject
    private Corrections corrections;

    @Inject
    private Submissions submissions;

    /**
     * An answer that differs between two submissions.
     *
     * @param target the field id or {@code table[ROW].column}; {@code table[ROW]} for a row that came or went
     * @param before as words; personal ones masked; empty for none
     * @param after likewise
     */
    public record Change(String target, String before, String after) {}

    /** The corrections an actor may see: an officer all of them, the applicant those that were sent. */
    public Outcome<List<Correction>> corrections(Actor actor, String number) {
        return visible(actor, number).map(file -> corrections.of(number).stream()
                .filter(c -> actor.is(Role.OFFICER)
                        || actor.is(Role.LEADER)
                        || c.getState() != Correction.State.DRAFT)
                .toList());
    }

    /** What changed between the last two submissions; empty when there was only one. */
    @UseCase(by = {Role.OFFICER, Role.LEADER})
    public Outcome<List<Change>> changes(Actor actor, String number) {
        return visible(actor, number).map(file -> {
            Optional<Submission> before = submissions.find(number, file.getSubmissions() - 1);
            Optional<Submission> after = submissions.find(number, file.getSubmissions());
            if (before.isEmpty() || after.isEmpty()) {
                return List.of();
            }
            ProgramDefinition definition = cases.definitionOf(file);
            Answers old = submissions.answersOf(file, before.get());
            Answers now = submissions.answersOf(file, after.get());
            Answers oldShown = MaskedAnswers.of(definition, old);
            Answers nowShown = MaskedAnswers.of(definition, now);
            return AnswerChanges.between(definition, old, now).stream()
                    .map(t -> new Change(t, AnswerPath.textAt(oldShown, t), AnswerPath.textAt(nowShown, t)))
                    .toList();
        });
    }

    /** The reasons the applicant stated for warnings at the last submission, by field. */
    @UseCase(by = {Role.OFFICER, Role.LEADER})
    public Outcome<Map<String, String>> statedReasons(Actor actor, String number) {
        return visible(actor, number).map(file -> submissions
                .find(number, file.getSubmissions())
                .map(s -> submissions.reasonsOf(number, s))
                .orElse(Map.of()));
    }

    private Outcome<CaseFile> visible(Actor actor, String number) {
        return cases.visibleTo(actor, number)
                .<Outcome<CaseFile>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.notFound()));
    }
}
