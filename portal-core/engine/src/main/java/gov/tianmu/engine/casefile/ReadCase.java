package gov.tianmu.engine.casefile;

import gov.tianmu.engine.audit.AuditEntry;
import gov.tianmu.engine.audit.AuditTrail;
import gov.tianmu.engine.audit.Deed;
import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.notice.Calls;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.UseCase;
import gov.tianmu.spi.answers.Answers;
import gov.tianmu.spi.definition.ProgramDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Opens one case for the applicant's organisation or for the bureau. */
@ApplicationScoped
@UseCase(by = {Role.APPLICANT, Role.OFFICER, Role.LEADER})
public class ReadCase {

    /** Deeds that everybody who may see the case may see in its timeline. */
    private static final Set<String> TOLD = Set.of(
            "case.begun",
            "case.form-moved",
            "case.submitted",
            "case.resubmitted",
            "case.returned",
            "case.accepted",
            "case.declined",
            "case.withdrawn",
            "case.discarded",
            "case.opinion",
            "case.publicised",
            "case.awarded",
            "case.refused");

    /** Deeds whose words are meant for the reader: a reason, an opinion, a number of corrections. */
    private static final Set<String> WITH_WORDS =
            Set.of("case.returned", "case.declined", "case.opinion", "case.refused", "case.awarded");

    @Inject
    private CaseFiles cases;

    @Inject
    private Calls calls;

    @Inject
    private AuditTrail audit;

    /**
     * One line of a case's timeline.
     *
     * @param what the deed's name; the screen's words are {@code deed.<what>}
     * @param person who did it; an officer's name is shown to the applicant too, as on paper
     * @param words what was said with it; may be empty
     */
    public record TimelineEntry(Instant at, String what, String person, String words) {}

    /** The case with its answers; personal ones in clear for the applicant only. */
    public Outcome<CaseContent> read(Actor actor, String number) {
        return visible(actor, number).map(file -> {
            ProgramDefinition definition = cases.definitionOf(file);
            Answers answers = cases.answersOf(file);
            boolean own = actor.is(Role.APPLICANT) && actor.actsFor(file.getUscc());
            var call = calls.view(file.getCallId()).orElseThrow();
            return new CaseContent(
                    CaseSummary.of(file, call.title()),
                    call,
                    definition,
                    file.getDefinitionHash(),
                    own ? answers : MaskedAnswers.of(definition, answers));
        });
    }

    /** What has happened to the case, oldest first. */
    public Outcome<List<TimelineEntry>> timeline(Actor actor, String number) {
        return visible(actor, number).map(file -> audit.of(number).stream()
                .filter(e -> TOLD.contains(e.what()))
                .map(ReadCase::told)
                .toList());
    }

    private static TimelineEntry told(AuditEntry entry) {
        String words = WITH_WORDS.contains(entry.what()) ? entry.after() : "";
        return new TimelineEntry(entry.at(), entry.what(), entry.person(), words);
    }

    /** Shows an officer one personal answer in clear. Each look is told in the audit trail. */
    @UseCase(by = {Role.OFFICER, Role.LEADER})
    public Outcome<String> reveal(Actor actor, String number, String field) {
        return visible(actor, number).flatMap(file -> {
            String value = AnswerPath.textAt(cases.answersOf(file), field);
            if (value.isEmpty()) {
                return Outcome.refused(Refusal.notFound());
            }
            audit.append(actor, new Deed("answer.revealed", number, "", field));
            return Outcome.done(value);
        });
    }

    private Outcome<CaseFile> visible(Actor actor, String number) {
        return cases.visibleTo(actor, number)
                .<Outcome<CaseFile>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.notFound()));
    }
}
