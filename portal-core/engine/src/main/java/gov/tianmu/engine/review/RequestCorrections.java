package gov.tianmu.engine.review;

import gov.tianmu.engine.audit.AuditTrail;
import gov.tianmu.engine.audit.Deed;
import gov.tianmu.engine.casefile.CaseFile;
import gov.tianmu.engine.casefile.CaseFiles;
import gov.tianmu.engine.casefile.CaseStage;
import gov.tianmu.engine.casefile.CaseSummary;
import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.notification.Message;
import gov.tianmu.engine.notification.Outbox;
import gov.tianmu.engine.notification.Recipient;
import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.UseCase;
import gov.tianmu.spi.answers.Answers;
import gov.tianmu.spi.definition.FieldType;
import gov.tianmu.spi.definition.ProgramDefinition;
import gov.tianmu.spi.definition.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pins what must be mended and returns the case with it (退回补正): everything at once, with a deadline. */
@ApplicationScoped
@UseCase(by = Role.OFFICER)
public class RequestCorrections {

    private static final int LONGEST_REQUEST = 1000;
    private static final Pattern DOCUMENT = Pattern.compile("document:([a-z0-9-]+)(?:\\[([^]]+)])?");
    private static final Pattern IN_TABLE = Pattern.compile("([a-z0-9-]+)\\[([^]]+)](?:\\.([a-z0-9-]+))?");

    @Inject
    private CaseFiles cases;

    @Inject
    private Corrections corrections;

    @Inject
    private PortalClock clock;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditTrail audit;

    /**
     * Pins a request while reading; the applicant sees nothing of it yet.
     *
     * @param target a field id, {@code team[ROW].column}, {@code team[ROW]}, {@code team}, {@code document:licence} or
     *     {@code document:member-id[ROW]}
     */
    public Outcome<Correction> pin(Actor actor, String number, String target, String request) {
        return cases.forOfficer(actor, number, OptionalLong.empty()).flatMap(file -> {
            if (file.getStage() != CaseStage.SUBMITTED) {
                return Outcome.refused(
                        Refusal.Kind.CONFLICT, "case.stage", file.getStage().code());
            }
            if (request == null || request.isBlank()) {
                return Outcome.refused(Refusal.Kind.INVALID, "correction.empty");
            }
            if (request.strip().length() > LONGEST_REQUEST) {
                return Outcome.refused(Refusal.Kind.INVALID, "correction.too-long", LONGEST_REQUEST);
            }
            if (target == null || !exists(target, cases.definitionOf(file), cases.answersOf(file))) {
                return Outcome.refused(Refusal.Kind.INVALID, "correction.target-unknown");
            }
            List<Correction> all = corrections.of(number);
            Optional<Correction> drafted = all.stream()
                    .filter(c -> c.getState() == Correction.State.DRAFT
                            && c.getTarget().equals(target))
                    .findFirst();
            if (drafted.isPresent()) {
                drafted.get().reword(request.strip());
                return Outcome.done(drafted.get());
            }
            Correction correction = new Correction(
                    number,
                    all.stream().mapToInt(Correction::getOrdinal).max().orElse(0) + 1,
                    file.getSubmissions(),
                    target,
                    request.strip(),
                    actor.account(),
                    clock.now());
            corrections.add(correction);
            return Outcome.done(correction);
        });
    }

    /** Takes a drafted pin off again. */
    public Outcome<Void> unpin(Actor actor, String number, String id) {
        return cases.forOfficer(actor, number, OptionalLong.empty()).flatMap(file -> corrections
                .find(number, id)
                .filter(c -> c.getState() == Correction.State.DRAFT)
                .<Outcome<Void>>map(c -> {
                    corrections.remove(c);
                    return Outcome.done(null);
                })
                .orElseGet(() -> Outcome.refused(Refusal.notFound())));
    }

    /** What the applicant mended is good now. */
    public Outcome<Correction> confirm(Actor actor, String number, String id) {
        return cases.forOfficer(actor, number, OptionalLong.empty()).flatMap(file -> corrections
                .find(number, id)
                .filter(c -> c.getState() == Correction.State.MENDED)
                .<Outcome<Correction>>map(c -> {
                    c.confirm();
                    audit.append(actor, new Deed("correction.confirmed", number, "", c.getTarget()));
                    return Outcome.done(c);
                })
                .orElseGet(() -> Outcome.refused(Refusal.notFound())));
    }

    /**
     * Returns the case with all drafted pins.
     *
     * @param due the last day for mending; until its end
     */
    public Outcome<CaseSummary> returnCase(Actor actor, String number, OptionalLong seenVersion, LocalDate due) {
        return cases.forOfficer(actor, number, seenVersion).flatMap(file -> {
            List<Correction> drafted = corrections.of(number, Correction.State.DRAFT);
            if (drafted.isEmpty()) {
                return Outcome.refused(Refusal.Kind.INVALID, "correction.none");
            }
            if (due == null || !due.isAfter(clock.today())) {
                return Outcome.refused(Refusal.Kind.INVALID, "correction.due-past");
            }
            Instant now = clock.now();
            Optional<Refusal> stays = file.move(EnumSet.of(CaseStage.SUBMITTED), CaseStage.RETURNED, now);
            if (stays.isPresent()) {
                return Outcome.refused(stays.get());
            }
            Instant until = due.atTime(LocalTime.of(23, 59, 59)).atZone(PortalClock.ZONE).toInstant();
            file.dueBy(until);
            drafted.forEach(c -> c.send(until));
            cases.flush();
            tell(file, drafted.size(), due);
            audit.append(
                    actor,
                    new Deed(
                            "case.returned",
                            number,
                            String.join(", ", drafted.stream().map(Correction::getTarget).toList()),
                            Integer.toString(drafted.size())));
            return Outcome.done(CaseSummary.of(file, Text.EMPTY));
        });
    }

    private void tell(CaseFile file, int count, LocalDate due) {
        outbox.tell(new Message(
                Recipient.organisation(file.getUscc()),
                Optional.of(file.getEmail()),
                "case.returned",
                List.of(
                        file.getNumber(),
                        file.getTitle(),
                        Integer.toString(count),
                        due.format(DateTimeFormatter.ofPattern("yyyy-MM-dd")) + " 23:59"),
                Optional.of(file.getNumber())));
    }

    private static boolean exists(String target, ProgramDefinition definition, Answers answers) {
        Matcher document = DOCUMENT.matcher(target);
        if (document.matches()) {
            return definition
                    .document(document.group(1))
                    .map(d -> d.per().isEmpty()
                            ? document.group(2) == null
                            : document.group(2) != null
                                    && answers.row(d.per().get(), document.group(2)).isPresent())
                    .orElse(false);
        }
        Matcher inTable = IN_TABLE.matcher(target);
        if (inTable.matches()) {
            return definition
                            .field(inTable.group(1))
                            .filter(f -> f.type() == FieldType.TABLE)
                            .filter(f -> inTable.group(3) == null
                                    || f.column(inTable.group(3)).isPresent())
                            .isPresent()
                    && answers.row(inTable.group(1), inTable.group(2)).isPresent();
        }
        // What the sign-on gives cannot be mended in the form.
        return definition.field(target).filter(f -> f.claim().isEmpty()).isPresent();
    }
}
