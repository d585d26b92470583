package gov.tianmu.engine.casefile;

import gov.tianmu.engine.audit.AuditTrail;
import gov.tianmu.engine.audit.Deed;
import gov.tianmu.engine.casefile.AttachedDocuments.Attached;
import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Organisation;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.modules.FrozenProgram;
import gov.tianmu.engine.modules.Programs;
import gov.tianmu.engine.modules.compare.DefinitionComparison;
import gov.tianmu.engine.modules.compare.Migration;
import gov.tianmu.engine.modules.compare.Migration.Way;
import gov.tianmu.engine.notification.Message;
import gov.tianmu.engine.notification.Outbox;
import gov.tianmu.engine.notification.Recipient;
import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.UseCase;
import gov.tianmu.engine.usecase.Violation;
import gov.tianmu.spi.answers.Answers;
import gov.tianmu.spi.definition.ProgramDefinition;
import gov.tianmu.spi.definition.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.framework.Version;

/**
 * Moves a draft to the form that is in force now, where every answer and document still fits after what the program
 * declares about those before it. Nobody has to: a draft that stays is filled in and handed in by the form it began
 * with.
 */
@ApplicationScoped
@UseCase(by = Role.APPLICANT)
public class MoveDraft {

    @Inject
    private CaseFiles cases;

    @Inject
    private Programs programs;

    @Inject
    private AttachedDocuments documents;

    @Inject
    private PortalClock clock;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditTrail audit;

    /** Everything that is needed to move, worked out on a copy. */
    private record Fitting(
            FrozenProgram live,
            ProgramDefinition before,
            Way way,
            Answers answers,
            Answers fitted,
            List<Attached> attached,
            List<Violation> obstacles) {

        ProgramDefinition after() {
            return live.definition();
        }
    }

    /** What moving would mean; empty when the draft stands on the form in force, or is no draft. */
    public Outcome<Optional<FormUpdate>> look(Actor actor, String number) {
        return cases.visibleTo(actor, number)
                .filter(file -> actor.actsFor(file.getUscc()))
                .map(file -> Outcome.done(inForce(file).map(live -> update(file, fitting(file, live)))))
                .orElseGet(() -> Outcome.refused(Refusal.notFound()));
    }

    /** Moves the draft. Refused with the places where something does not fit; then nothing changes. */
    public Outcome<CaseSummary> move(Actor actor, String number, OptionalLong seenVersion) {
        return cases.ownForChange(actor, number, seenVersion).flatMap(file -> {
            if (file.getStage() != CaseStage.DRAFT) {
                return Outcome.refused(
                        Refusal.Kind.CONFLICT, "case.stage", file.getStage().code());
            }
            Optional<FrozenProgram> live = inForce(file);
            if (live.isEmpty()) {
                return Outcome.refused(Refusal.Kind.CONFLICT, "form.current");
            }
            Fitting fitting = fitting(file, live.get());
            return fitting.obstacles().isEmpty()
                    ? Outcome.done(move(actor, file, fitting))
                    : Outcome.refused(Refusal.invalid("form.misfits", fitting.obstacles()));
        });
    }

    private CaseSummary move(Actor actor, CaseFile file, Fitting fitting) {
        Instant now = clock.now();
        Organisation own = new Organisation(file.getUscc(), file.getOrgName());
        file.standOn(fitting.live().hash());
        cases.fill(file, ClaimedAnswers.fill(fitting.after(), own, fitting.fitted()), now);
        documents.move(file, fitting.way()::document, now);
        cases.flush();
        Text changes = FormChangeWords.of(comparison(fitting));
        outbox.tell(new Message(
                Recipient.organisation(file.getUscc()),
                Optional.empty(),
                "case.form-moved",
                List.of(file.getNumber(), fitting.after().version(), changes.zh(), changes.en()),
                Optional.of(file.getNumber())));
        audit.append(
                actor,
                new Deed(
                        "case.form-moved",
                        file.getNumber(),
                        fitting.before().version(),
                        fitting.after().version() + " " + fitting.live().hash()));
        return CaseSummary.of(file, Text.EMPTY);
    }

    /** The definition in force, when the draft stands on another one. */
    private Optional<FrozenProgram> inForce(CaseFile file) {
        return file.getStage() != CaseStage.DRAFT
                ? Optional.empty()
                : programs.live(file.getProgramId()).filter(live -> !live.hash().equals(file.getDefinitionHash()));
    }

    private Fitting fitting(CaseFile file, FrozenProgram live) {
        ProgramDefinition before = cases.definitionOf(file);
        Way way = Migration.from(programs.migration(live.hash()), before.version());
        AnswerFit fit = new AnswerFit(before, live.definition(), way, clock.today());
        List<Attached> attached =
                documents.of(List.of(file.getNumber())).getOrDefault(file.getNumber(), List.of());
        Answers answers = cases.answersOf(file);
        AnswerFit.Fitted fitted = fit.fit(answers);
        List<Violation> obstacles = new ArrayList<>(fitted.misfits());
        obstacles.addAll(fit.misfits(attached));
        return new Fitting(live, before, way, answers, fitted.answers(), attached, obstacles);
    }

    private static DefinitionComparison comparison(Fitting fitting) {
        return DefinitionComparison.of(fitting.before(), fitting.after(), fitting.way())
                .ofTheForm();
    }

    private FormUpdate update(CaseFile file, Fitting fitting) {
        return new FormUpdate(
                file.getNumber(),
                file.getVersion(),
                fitting.before().version(),
                fitting.after().version(),
                isNewer(fitting.after().version(), fitting.before().version()),
                comparison(fitting),
                FormEffects.of(
                        fitting.before(),
                        fitting.after(),
                        fitting.way(),
                        fitting.answers(),
                        fitting.attached()),
                fitting.obstacles());
    }

    private static boolean isNewer(String version, String than) {
        return Version.parseVersion(version).compareTo(Version.parseVersion(than)) >= 0;
    }
}
