package gov.tianmu.engine.publicity;

import gov.tianmu.engine.casefile.CaseFile;
import gov.tianmu.engine.casefile.CaseFiles;
import gov.tianmu.engine.modules.Programs;
import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.spi.definition.ProgramDefinition;
import gov.tianmu.spi.definition.PublicityRule;
import gov.tianmu.spi.definition.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The proposed lists, for this step and the one that follows. */
@ApplicationScoped
public class Publicities {

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    @Inject
    private CaseFiles cases;

    @Inject
    private Programs programs;

    @Inject
    private PortalClock clock;

    public Optional<Publicity> find(String id) {
        return Optional.ofNullable(em.find(Publicity.class, id));
    }

    Optional<Publicity> draftOf(String callId) {
        return em
                .createQuery(
                        "select p from Publicity p where p.callId = :call and p.state = :draft", Publicity.class)
                .setParameter("call", callId)
                .setParameter("draft", Publicity.State.DRAFT)
                .getResultStream()
                .findFirst();
    }

    public List<PublicityEntry> entriesOf(String id) {
        return em.createQuery(
                        "select e from PublicityEntry e where e.publicityId = :id order by e.ordinal",
                        PublicityEntry.class)
                .setParameter("id", id)
                .getResultList();
    }

    void add(Publicity publicity) {
        em.persist(publicity);
    }

    void add(PublicityEntry entry) {
        em.persist(entry);
    }

    void remove(PublicityEntry entry) {
        em.remove(entry);
    }

    void flush() {
        em.flush();
    }

    /** A list as it is read, with its lines. */
    PublicityView view(Publicity publicity) {
        List<PublicityEntry> entries = entriesOf(publicity.getId());
        return view(publicity, entries, entries.size());
    }

    /** A list in a list of lists, without its lines. */
    PublicityView brief(Publicity publicity, long entryCount) {
        return view(publicity, List.of(), entryCount);
    }

    private PublicityView view(Publicity publicity, List<PublicityEntry> entries, long count) {
        Optional<ProgramDefinition> program = definitionFor(publicity, entries);
        Instant now = clock.now();
        return new PublicityView(
                publicity.getId(),
                publicity.getCallId(),
                publicity.getProgramId(),
                publicity.getTitle(),
                publicity.getState(),
                publicity.getOpensAt(),
                publicity.getClosesAt(),
                publicity.isOverAt(now),
                publicity.getListSha256(),
                program.flatMap(ProgramDefinition::publicity)
                        .map(PublicityRule::objection)
                        .orElse(Text.EMPTY),
                program.map(p -> p.result().columns()).orElse(List.of()),
                entries.stream()
                        .map(e -> new PublicityView.Entry(
                                e.getOrdinal(), e.getCaseNumber(), e.getName(), e.getUnit(), e.facts()))
                        .toList(),
                count,
                publicity.getVersion(),
                now);
    }

    /** The running program's, or when its module has gone, that of a case on the list. */
    private Optional<ProgramDefinition> definitionFor(Publicity publicity, List<PublicityEntry> entries) {
        return programs.live(publicity.getProgramId())
                .map(p -> p.definition())
                .or(() -> entries.stream()
                        .findFirst()
                        .flatMap(e -> cases.find(e.getCaseNumber()))
                        .map((CaseFile c) -> cases.definitionOf(c)));
    }
}
