package gov.tianmu.engine.roster;

import gov.tianmu.engine.audit.AuditTrail;
import gov.tianmu.engine.audit.Deed;
import gov.tianmu.engine.casefile.CaseFile;
import gov.tianmu.engine.casefile.CaseFiles;
import gov.tianmu.engine.casefile.CaseStage;
import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.notice.Calls;
import gov.tianmu.engine.notification.Message;
import gov.tianmu.engine.notification.Outbox;
import gov.tianmu.engine.notification.Recipient;
import gov.tianmu.engine.publicity.Publicities;
import gov.tianmu.engine.publicity.Publicity;
import gov.tianmu.engine.publicity.PublicityEntry;
import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.UseCase;
import gov.tianmu.spi.definition.ResultDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Makes the decision on a list whose time before the public is over: each award becomes a roster entry, valid for as
 * long as the program says; a case that is not awarded is told why. All in one transaction, once.
 */
@ApplicationScoped
@UseCase(by = {Role.OFFICER, Role.LEADER})
public class DecideAwards {

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    @Inject
    private Publicities publicities;

    @Inject
    private CaseFiles cases;

    @Inject
    private Calls calls;

    @Inject
    private PortalClock clock;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditTrail audit;

    /** How many were awarded and refused. */
    public record Decision(String publicityId, int awarded, int refused) {}

    /**
     * @param refusals the cases that are not awarded, each with the reason; every other line of the list is awarded
     */
    public Outcome<Decision> decide(
            Actor actor, String publicityId, OptionalLong seenVersion, Map<String, String> refusals) {
        Optional<Publicity> found = publicities.find(publicityId);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.notFound());
        }
        Publicity list = found.get();
        Instant now = clock.now();
        Optional<Refusal> stale = list.unlessStillAt(seenVersion);
        if (stale.isPresent()) {
            return Outcome.refused(stale.get());
        }
        if (list.getState() != Publicity.State.PUBLIC) {
            return Outcome.refused(
                    Refusal.Kind.CONFLICT, "publicity.state", list.getState().code());
        }
        if (!list.isOverAt(now)) {
            return Outcome.refused(
                    Refusal.Kind.CONFLICT, "publicity.running", list.getClosesAt().orElseThrow());
        }
        List<PublicityEntry> entries = publicities.entriesOf(publicityId);
        List<String> numbers = entries.stream().map(PublicityEntry::getCaseNumber).toList();
        if (!numbers.containsAll(refusals.keySet())) {
            return Outcome.refused(Refusal.Kind.INVALID, "publicity.not-listed");
        }
        if (refusals.values().stream().anyMatch(r -> r == null || r.isBlank())) {
            return Outcome.refused(Refusal.Kind.INVALID, "reason.missing");
        }
        list.decided(now);
        em.flush();
        int ordinal = 0;
        for (PublicityEntry entry : entries) {
            CaseFile file = cases.find(entry.getCaseNumber()).orElseThrow();
            if (refusals.containsKey(entry.getCaseNumber())) {
                refuse(actor, file, refusals.get(entry.getCaseNumber()).strip());
            } else {
                award(actor, file, entry, ++ordinal);
            }
        }
        em.flush();
        audit.append(
                actor,
                new Deed(
                        "publicity.decided",
                        publicityId,
                        "",
                        "awarded " + (entries.size() - refusals.size()) + ", refused " + refusals.size()));
        return Outcome.done(
                new Decision(publicityId, entries.size() - refusals.size(), refusals.size()));
    }

    private void award(Actor actor, CaseFile file, PublicityEntry line, int ordinal) {
        ResultDefinition result = cases.definitionOf(file).result();
        LocalDate from = clock.today();
        LocalDate to = from.plus(result.validFor()).minusDays(1);
        String notice = calls.find(file.getCallId()).orElseThrow().getNoticeId();
        RosterEntry entry =
                new RosterEntry(UUID.randomUUID().toString(), file.getProgramId(), notice, ordinal);
        Map<String, String> facts = line.facts();
        entry.name(
                line.getName(), line.getUnit(), facts.getOrDefault("leader", ""), facts.getOrDefault("trade", ""));
        entry.awarded(from, to, file.getNumber(), file.getUscc());
        em.persist(entry);
        move(file, CaseStage.AWARDED);
        tell(file, "case.awarded", from.toString(), to.toString());
        audit.append(
                actor,
                new Deed("case.awarded", file.getNumber(), CaseStage.PUBLICISED.code(), from + " – " + to));
    }

    private void refuse(Actor actor, CaseFile file, String reason) {
        move(file, CaseStage.REFUSED);
        tell(file, "case.refused", reason);
        audit.append(actor, new Deed("case.refused", file.getNumber(), CaseStage.PUBLICISED.code(), reason));
    }

    private void move(CaseFile file, CaseStage to) {
        file.move(EnumSet.of(CaseStage.PUBLICISED), to, clock.now()).ifPresent(refusal -> {
            throw new IllegalStateException("case " + file.getNumber() + " is on a public list but " + refusal.args());
        });
    }

    private void tell(CaseFile file, String event, String... more) {
        List<String> args = new ArrayList<>(List.of(file.getNumber(), file.getTitle()));
        args.addAll(List.of(more));
        outbox.tell(new Message(
                Recipient.organisation(file.getUscc()),
                Optional.of(file.getEmail()),
                event,
                args,
                Optional.of(file.getNumber())));
    }
}
