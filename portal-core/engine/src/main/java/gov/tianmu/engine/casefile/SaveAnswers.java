package gov.tianmu.engine.casefile;

import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Organisation;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.UseCase;
import gov.tianmu.engine.usecase.Violation;
import gov.tianmu.spi.answers.Answers;
import gov.tianmu.spi.definition.ProgramDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Saves answers of a draft, or of a case returned for correction: all of them, or only those that changed. What is no
 * answer at all (an unknown field, a value of another type) is refused and nothing is saved; what is merely not good
 * enough yet is saved and told.
 */
@ApplicationScoped
@UseCase(by = Role.APPLICANT)
public class SaveAnswers {

    @Inject
    private CaseFiles cases;

    @Inject
    private EditableTargets targets;

    @Inject
    private PortalClock clock;

    /**
     * What was saved.
     *
     * @param answers all answers as they stand now
     * @param violations what a submission would object to, as far as single answers go
     */
    public record Saved(CaseSummary summary, Answers answers, List<Violation> violations, Instant savedAt) {}

    /** Puts these answers in the place of all that were there. */
    public Outcome<Saved> replace(Actor actor, String number, OptionalLong seenVersion, JsonObject answers) {
        return save(actor, number, seenVersion, answers, false);
    }

    /**
     * Changes the named answers and leaves the others. A key is a field id, or {@code table[ROW].column} for one cell;
     * null takes an answer away.
     */
    public Outcome<Saved> change(Actor actor, String number, OptionalLong seenVersion, JsonObject changes) {
        return save(actor, number, seenVersion, changes, true);
    }

    private Outcome<Saved> save(
            Actor actor, String number, OptionalLong seenVersion, JsonObject json, boolean onlyChanges) {
        return cases.ownForChange(actor, number, seenVersion).flatMap(file -> {
            if (!file.getStage().isEditable()) {
                return Outcome.refused(
                        Refusal.Kind.CONFLICT, "case.not-editable", file.getStage().code());
            }
            ProgramDefinition definition = cases.definitionOf(file);
            Answers before = cases.answersOf(file);
            AnswersJson.Reading reading = onlyChanges
                    ? AnswerChanges.apply(before, json, definition)
                    : AnswersJson.readUntrusted(json, definition);
            if (!reading.violations().isEmpty()) {
                return Outcome.refused(Refusal.invalid("answers.unreadable", reading.violations()));
            }
            Organisation own = new Organisation(file.getUscc(), file.getOrgName());
            Answers after = ClaimedAnswers.fill(definition, own, reading.answers());
            List<Violation> locked = lockedChanges(file, definition, before, after);
            if (!locked.isEmpty()) {
                return Outcome.refused(Refusal.invalid("case.only-corrections", locked));
            }
            Instant now = clock.now();
            cases.fill(file, after, now);
            cases.flush();
            Answers saved = cases.answersOf(file);
            List<Violation> violations = new AnswerCheck(definition, clock.today()).check(saved);
            return Outcome.done(
                    new Saved(CaseSummary.of(file, gov.tianmu.spi.definition.Text.EMPTY), saved, violations, now));
        });
    }

    /** While a case is returned, only what the officer pinned may change. */
    private List<Violation> lockedChanges(
            CaseFile file, ProgramDefinition definition, Answers before, Answers after) {
        if (file.getStage() != CaseStage.RETURNED) {
            return List.of();
        }
        Set<String> pinned = targets.pinnedFields(file.getNumber());
        List<Violation> locked = new ArrayList<>();
        for (String changed : new HashSet<>(AnswerChanges.between(definition, before, after))) {
            boolean allowed = pinned.stream().anyMatch(pin -> EditableTargets.covers(pin, changed));
            boolean computed = definition.field(changed).map(f -> !f.isEditable()).orElse(false);
            if (!allowed && !computed) {
                locked.add(Violation.error(changed, "not-pinned"));
            }
        }
        return locked;
    }
}
