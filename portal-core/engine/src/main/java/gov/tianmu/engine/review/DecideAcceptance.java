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
import gov.tianmu.spi.definition.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Accepts a case for review (受理), or declines it (不予受理); then records the committee's opinion. */
@ApplicationScoped
@UseCase(by = Role.OFFICER)
public class DecideAcceptance {

    private static final int LONGEST_WORDS = 2000;

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

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

    /** Not while a drafted correction is pinned: it would be lost without a word. */
    public Outcome<CaseSummary> accept(Actor actor, String number, OptionalLong seenVersion) {
        return cases.forOfficer(actor, number, seenVersion).flatMap(file -> {
            if (!corrections.of(number, Correction.State.DRAFT).isEmpty()) {
                return Outcome.refused(Refusal.Kind.CONFLICT, "correction.drafted");
            }
            return move(actor, file, EnumSet.of(CaseStage.SUBMITTED), CaseStage.ACCEPTED, "case.accepted", "");
        });
    }

    /** @param reason told to the applicant */
    public Outcome<CaseSummary> decline(Actor actor, String number, OptionalLong seenVersion, String reason) {
        return needingWords(reason)
                .flatMap(words -> cases.forOfficer(actor, number, seenVersion)
                        .flatMap(file -> move(
                                actor,
                                file,
                                EnumSet.of(CaseStage.SUBMITTED),
                                CaseStage.DECLINED,
                                "case.declined",
                                words)));
    }

    /**
     * Records the committee's opinion. A favourable one lets the case go on a list; an unfavourable one ends it. May be
     * recorded anew until the case is on a list.
     */
    public Outcome<CaseSummary> recordOpinion(
            Actor actor, String number, OptionalLong seenVersion, boolean favourable, String opinion) {
        return needingWords(opinion)
                .flatMap(words -> cases.forOfficer(actor, number, seenVersion).flatMap(file -> {
                    Outcome<CaseSummary> moved = favourable
                            ? move(
                                    actor,
                                    file,
                                    EnumSet.of(CaseStage.ACCEPTED, CaseStage.REVIEWED),
                                    CaseStage.REVIEWED,
                                    "case.opinion",
                                    words)
                            : move(
                                    actor,
                                    file,
                                    EnumSet.of(CaseStage.ACCEPTED, CaseStage.REVIEWED),
                                    CaseStage.REFUSED,
                                    "case.refused",
                                    words);
                    if (moved.isDone()) {
                        keep(number, favourable, words, actor);
                    }
                    return moved;
                }));
    }

    /** The opinion on a case, if one is recorded. */
    @UseCase(by = {Role.OFFICER, Role.LEADER})
    public Optional<Opinion> opinionOn(Actor actor, String number) {
        return Optional.ofNullable(em.find(Opinion.class, number));
    }

    private void keep(String number, boolean favourable, String words, Actor actor) {
        Opinion opinion = em.find(Opinion.class, number);
        boolean first = opinion == null;
        if (first) {
            opinion = new Opinion(number);
        }
        opinion.record(favourable, words, actor.account(), clock.now());
        if (first) {
            em.persist(opinion);
        }
    }

    private static Outcome<String> needingWords(String words) {
        if (words == null || words.isBlank()) {
            return Outcome.refused(Refusal.Kind.INVALID, "reason.missing");
        }
        return words.strip().length() > LONGEST_WORDS
                ? Outcome.refused(Refusal.Kind.INVALID, "reason.too-long", LONGEST_WORDS)
                : Outcome.done(words.strip());
    }

    private Outcome<CaseSummary> move(
            Actor actor, CaseFile file, EnumSet<CaseStage> from, CaseStage to, String deed, String words) {
        CaseStage before = file.getStage();
        Optional<Refusal> stays = file.move(from, to, clock.now());
        if (stays.isPresent()) {
            return Outcome.refused(stays.get());
        }
        cases.flush();
        if (to != CaseStage.REVIEWED) {
            List<String> args = new ArrayList<>(List.of(file.getNumber(), file.getTitle()));
            if (!words.isEmpty()) {
                args.add(words);
            }
            outbox.tell(new Message(
                    Recipient.organisation(file.getUscc()),
                    Optional.of(file.getEmail()),
                    deed,
                    args,
                    Optional.of(file.getNumber())));
        }
        audit.append(actor, new Deed(deed, file.getNumber(), before.code(), words));
        return Outcome.done(CaseSummary.of(file, Text.EMPTY));
    }
}
