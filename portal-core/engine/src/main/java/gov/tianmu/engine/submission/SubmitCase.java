package gov.tianmu.engine.submission;

import gov.tianmu.engine.audit.AuditTrail;
import gov.tianmu.engine.audit.Deed;
import gov.tianmu.engine.casefile.AnswerCheck;
import gov.tianmu.engine.casefile.CaseFile;
import gov.tianmu.engine.casefile.CaseFiles;
import gov.tianmu.engine.casefile.CaseStage;
import gov.tianmu.engine.document.Documents;
import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.notification.Message;
import gov.tianmu.engine.notification.Outbox;
import gov.tianmu.engine.notification.Recipient;
import gov.tianmu.engine.notice.Call;
import gov.tianmu.engine.notice.Calls;
import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.UseCase;
import gov.tianmu.engine.usecase.Violation;
import gov.tianmu.spi.answers.Answers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Hands a case in, for the first time or after corrections: every check is made, the answers are kept as they are,
 * applicant and officers are told. One transaction; doing it twice is refused the second time.
 */
@ApplicationScoped
@UseCase(by = Role.APPLICANT)
public class SubmitCase {

    private static final int LONGEST_REASON = 1000;

    @Inject
    private CaseFiles cases;

    @Inject
    private Calls calls;

    @Inject
    private CaseChecks checks;

    @Inject
    private Documents documents;

    @Inject
    private Submissions submissions;

    @Inject
    private PortalClock clock;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditTrail audit;

    @Inject
    private Event<CaseSubmitted> submitted;

    /**
     * @param reasons why a warning should not count, by the warning's field; the key {@code *} stands for all
     */
    public Outcome<Receipt> submit(
            Actor actor, String number, OptionalLong seenVersion, Map<String, String> reasons) {
        return cases.ownForChange(actor, number, seenVersion).flatMap(file -> {
            Optional<Refusal> stands = stands(file);
            if (stands.isPresent()) {
                return Outcome.refused(stands.get());
            }
            List<Violation> violations = checks.check(file);
            Map<String, String> stated = statedReasons(violations, reasons);
            List<Violation> open = violations.stream()
                    .filter(v -> v.severity() == Violation.Severity.ERROR || !stated.containsKey(v.field()))
                    .toList();
            if (!open.isEmpty()) {
                return Outcome.refused(Refusal.invalid("case.incomplete", open));
            }
            return Outcome.done(handIn(actor, file, stated));
        });
    }

    /** Whether it may be handed in at all at this moment. */
    private Optional<Refusal> stands(CaseFile file) {
        Instant now = clock.now();
        if (!file.getStage().isEditable()) {
            return Optional.of(Refusal.of(
                    Refusal.Kind.CONFLICT, "case.submitted-already", file.getStage().code()));
        }
        Call call = calls.find(file.getCallId()).orElseThrow();
        if (file.getStage() == CaseStage.RETURNED) {
            boolean late = file.getDueAt()
                    .map(due -> now.getEpochSecond() > due.getEpochSecond())
                    .orElse(false);
            return late
                    ? Optional.of(Refusal.of(Refusal.Kind.CONFLICT, "correction.late", file.getDueAt().get()))
                    : Optional.empty();
        }
        if (!call.isLive()) {
            return Optional.of(Refusal.of(Refusal.Kind.CONFLICT, "call.unavailable"));
        }
        return call.takesSubmissionsAt(now)
                ? Optional.empty()
                : Optional.of(Refusal.of(Refusal.Kind.CONFLICT, "call.closed", call.getClosesAt()));
    }

    private static Map<String, String> statedReasons(List<Violation> violations, Map<String, String> reasons) {
        Map<String, String> stated = new LinkedHashMap<>();
        violations.stream()
                .filter(v -> v.severity() == Violation.Severity.WARNING)
                .forEach(v -> {
                    String reason = reasons.getOrDefault(v.field(), reasons.getOrDefault("*", ""));
                    if (reason != null && !reason.isBlank()) {
                        String words = reason.strip();
                        stated.put(
                                v.field(),
                                words.length() > LONGEST_REASON ? words.substring(0, LONGEST_REASON) : words);
                    }
                });
        return stated;
    }

    private Receipt handIn(Actor actor, CaseFile file, Map<String, String> reasons) {
        Instant now = clock.now();
        CaseStage before = file.getStage();
        Answers asked = new AnswerCheck(cases.definitionOf(file), clock.today()).asked(cases.answersOf(file));
        cases.fill(file, asked, now);
        file.move(EnumSet.of(CaseStage.DRAFT, CaseStage.RETURNED), CaseStage.SUBMITTED, now)
                .ifPresent(refusal -> {
                    throw new IllegalStateException(refusal.code());
                });
        file.submitted(now);
        Submission submission = submissions.keep(file, asked, reasons, actor.account(), now);
        submitted.fire(new CaseSubmitted(file.getNumber(), file.getSubmissions()));
        cases.flush();
        String event = before == CaseStage.DRAFT ? "submitted" : "resubmitted";
        List<String> args = List.of(file.getNumber(), file.getTitle(), file.getOrgName());
        outbox.tell(new Message(
                Recipient.organisation(file.getUscc()),
                Optional.of(file.getEmail()),
                "case." + event,
                args,
                Optional.of(file.getNumber())));
        outbox.tell(new Message(
                Recipient.role(Role.OFFICER), Optional.empty(), "desk." + event, args, Optional.of(file.getNumber())));
        audit.append(
                actor, new Deed("case." + event, file.getNumber(), before.code(), submission.getAnswersSha256()));
        return new Receipt(
                file.getNumber(),
                file.getMark(),
                file.getTitle(),
                file.getOrgName(),
                submission.getRound(),
                now,
                documents.of(file.getNumber()).size(),
                submission.getAnswersSha256());
    }
}
