package gov.tianmu.engine.publicity;

import gov.tianmu.engine.audit.AuditTrail;
import gov.tianmu.engine.audit.Deed;
import gov.tianmu.engine.casefile.CaseFile;
import gov.tianmu.engine.casefile.CaseFiles;
import gov.tianmu.engine.casefile.CaseStage;
import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.notice.Call;
import gov.tianmu.engine.notice.Calls;
import gov.tianmu.engine.notification.Message;
import gov.tianmu.engine.notification.Outbox;
import gov.tianmu.engine.notification.Recipient;
import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.UseCase;
import gov.tianmu.spi.answers.Answers;
import gov.tianmu.spi.definition.Field;
import gov.tianmu.spi.definition.Option;
import gov.tianmu.spi.definition.ProgramDefinition;
import gov.tianmu.spi.definition.PublicityRule;
import gov.tianmu.spi.definition.ResultDefinition;
import gov.tianmu.spi.definition.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Draws up a proposed list case by case, and opens it to the public with its dates. */
@ApplicationScoped
@UseCase(by = {Role.OFFICER, Role.LEADER})
public class PreparePublicity {

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

    /** All lists, drafts too, newest first; few a year. */
    public List<PublicityView> all(Actor actor) {
        return em
                .createQuery("select p from Publicity p order by p.createdAt desc", Publicity.class)
                .setMaxResults(100)
                .getResultList()
                .stream()
                .map(publicities::view)
                .toList();
    }

    public Outcome<PublicityView> read(Actor actor, String id) {
        return found(id, OptionalLong.empty()).map(publicities::view);
    }

    /** Puts a case with a favourable opinion on its call's draft list; begins the list if there is none. */
    public Outcome<PublicityView> add(Actor actor, String number) {
        return cases.forOfficer(actor, number, OptionalLong.empty()).flatMap(file -> {
            Instant now = clock.now();
            CaseStage before = file.getStage();
            Optional<Refusal> stays = file.move(EnumSet.of(CaseStage.REVIEWED), CaseStage.LISTED, now);
            if (stays.isPresent()) {
                return Outcome.refused(stays.get());
            }
            holdListsOf(file.getCallId());
            Publicity list = publicities.draftOf(file.getCallId()).orElseGet(() -> begin(file, now));
            List<PublicityEntry> entries = publicities.entriesOf(list.getId());
            publicities.add(entryFor(list, file, entries.size() + 1));
            publicities.flush();
            audit.append(actor, new Deed("case.listed", number, before.code(), list.getId()));
            return Outcome.done(publicities.view(list));
        });
    }

    private Publicity begin(CaseFile file, Instant now) {
        Call call = calls.find(file.getCallId()).orElseThrow();
        Text title = new Text(
                call.getTitle().zh() + "拟认定名单公示",
                call.getTitle().en().isEmpty() ? "" : "Proposed list: " + call.getTitle().en());
        Publicity list = new Publicity(file.getCallId(), file.getProgramId(), title, now);
        publicities.add(list);
        // Its lines refer to it by its id alone: it must be there first.
        publicities.flush();
        return list;
    }

    private PublicityEntry entryFor(Publicity list, CaseFile file, int ordinal) {
        ProgramDefinition definition = cases.definitionOf(file);
        Answers answers = cases.answersOf(file);
        Map<String, String> facts = new LinkedHashMap<>();
        for (ResultDefinition.Column column : definition.result().columns()) {
            definition
                    .field(column.field())
                    .filter(f -> !f.personal())
                    .ifPresent(f -> facts.put(column.id(), words(f, answers.text(f.id()))));
        }
        return new PublicityEntry(
                list.getId(), file.getNumber(), ordinal, file.getTitle(), file.getOrgName(), facts);
    }

    private static String words(Field field, String value) {
        return field.option(value).map(Option::label).map(Text::zh).orElse(value);
    }

    /** Takes a case off a draft list again. */
    public Outcome<PublicityView> remove(Actor actor, String id, String number) {
        return held(id, OptionalLong.empty()).flatMap(list -> {
            if (list.getState() != Publicity.State.DRAFT) {
                return Outcome.refused(Refusal.Kind.CONFLICT, "publicity.frozen");
            }
            List<PublicityEntry> entries = publicities.entriesOf(id);
            Optional<PublicityEntry> entry = entries.stream()
                    .filter(e -> e.getCaseNumber().equals(number))
                    .findFirst();
            if (entry.isEmpty()) {
                return Outcome.refused(Refusal.notFound());
            }
            publicities.remove(entry.get());
            int place = 0;
            for (PublicityEntry other : entries) {
                if (other != entry.get()) {
                    other.number(++place);
                }
            }
            cases.find(number)
                    .orElseThrow()
                    .move(EnumSet.of(CaseStage.LISTED), CaseStage.REVIEWED, clock.now());
            publicities.flush();
            audit.append(actor, new Deed("case.unlisted", number, id, ""));
            return Outcome.done(publicities.view(list));
        });
    }

    /**
     * Freezes a draft list and makes it public.
     *
     * @param first the first day; today begins at once
     * @param last the last day, until its end; at least as many working days as the program asks
     */
    public Outcome<PublicityView> open(
            Actor actor, String id, OptionalLong seenVersion, LocalDate first, LocalDate last) {
        return held(id, seenVersion).flatMap(list -> {
            if (list.getState() != Publicity.State.DRAFT) {
                return Outcome.refused(Refusal.Kind.CONFLICT, "publicity.frozen");
            }
            List<PublicityEntry> entries = publicities.entriesOf(id);
            if (entries.isEmpty()) {
                return Outcome.refused(Refusal.Kind.CONFLICT, "publicity.empty");
            }
            Optional<Refusal> dates = datesAreWrong(entries, first, last);
            if (dates.isPresent()) {
                return Outcome.refused(dates.get());
            }
            Instant now = clock.now();
            Instant from = first.equals(clock.today())
                    ? now
                    : first.atStartOfDay(PortalClock.ZONE).toInstant();
            Instant until = last.atTime(LocalTime.of(23, 59, 59)).atZone(PortalClock.ZONE).toInstant();
            list.open(from, until, hashOf(entries));
            for (CaseFile file :
                    cases.find(entries.stream().map(PublicityEntry::getCaseNumber).toList())) {
                file.move(EnumSet.of(CaseStage.LISTED), CaseStage.PUBLICISED, now);
                tell(file, last);
                audit.append(actor, new Deed("case.publicised", file.getNumber(), CaseStage.LISTED.code(), id));
            }
            publicities.flush();
            audit.append(actor, new Deed("publicity.opened", id, "", list.getListSha256().orElseThrow()));
            return Outcome.done(publicities.view(list));
        });
    }

    private Optional<Refusal> datesAreWrong(List<PublicityEntry> entries, LocalDate first, LocalDate last) {
        if (first == null || last == null || first.isBefore(clock.today()) || last.isBefore(first)) {
            return Optional.of(Refusal.of(Refusal.Kind.INVALID, "publicity.dates"));
        }
        if (first.plusYears(1).isBefore(last)) {
            return Optional.of(Refusal.of(Refusal.Kind.INVALID, "publicity.too-long"));
        }
        CaseFile any = cases.find(entries.get(0).getCaseNumber()).orElseThrow();
        int needed = cases.definitionOf(any)
                .publicity()
                .map(PublicityRule::workingDays)
                .orElse(1);
        int given = WorkingDays.between(first, last);
        return given < needed
                ? Optional.of(Refusal.of(Refusal.Kind.INVALID, "publicity.too-short", needed, given))
                : Optional.empty();
    }

    private void tell(CaseFile file, LocalDate last) {
        outbox.tell(new Message(
                Recipient.organisation(file.getUscc()),
                Optional.of(file.getEmail()),
                "case.publicised",
                List.of(file.getNumber(), file.getTitle(), last + " 23:59"),
                Optional.of(file.getNumber())));
    }

    private static String hashOf(List<PublicityEntry> entries) {
        String list = entries.stream().map(PublicityEntry::canonical).collect(Collectors.joining("\n"));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(list.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Changes of a call's lists come one after another: two first lines begin one list, and no line comes onto a list
     * while it is being frozen.
     */
    private void holdListsOf(String callId) {
        em.find(Call.class, callId, LockModeType.PESSIMISTIC_WRITE);
    }

    private Outcome<Publicity> held(String id, OptionalLong seenVersion) {
        publicities.find(id).ifPresent(list -> {
            holdListsOf(list.getCallId());
            // It may have been frozen while this one waited.
            em.refresh(list);
        });
        return found(id, seenVersion);
    }

    private Outcome<Publicity> found(String id, OptionalLong seenVersion) {
        Optional<Publicity> list = publicities.find(id);
        if (list.isEmpty()) {
            return Outcome.refused(Refusal.notFound());
        }
        return list.get()
                .unlessStillAt(seenVersion)
                .<Outcome<Publicity>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(list.get()));
    }
}
