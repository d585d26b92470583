package gov.tianmu.engine.casefile;

import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Organisation;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.modules.Programs;
import gov.tianmu.engine.sealing.SealedText;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.spi.answers.Answers;
import gov.tianmu.spi.definition.ProgramDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * The case files. Whoever looks for one for somebody says for whom: an applicant finds those of the own organisation
 * only, and whatever else there is does not exist for them (404, not 403).
 */
@ApplicationScoped
public class CaseFiles {

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    @Inject
    private SealedText sealed;

    @Inject
    private Programs programs;

    /** A case for the portal's own work; never hand what it finds to a person unchecked. */
    public Optional<CaseFile> find(String number) {
        return Optional.ofNullable(em.find(CaseFile.class, number));
    }

    public List<CaseFile> find(Collection<String> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : em.createQuery("select c from CaseFile c where c.number in :numbers order by c.number", CaseFile.class)
                        .setParameter("numbers", numbers)
                        .getResultList();
    }

    /** What an organisation applied for in a program, the latest change first, without drafts given up: one query. */
    public List<CaseFile> latestOf(Organisation applicant, String programId, int most) {
        return em.createQuery(
                        "select c from CaseFile c where c.uscc = :uscc and c.programId = :program"
                                + " and c.stage <> gov.tianmu.engine.casefile.CaseStage.DISCARDED"
                                + " order by c.changedAt desc, c.number desc",
                        CaseFile.class)
                .setParameter("uscc", applicant.uscc())
                .setParameter("program", programId)
                .setMaxResults(most)
                .getResultList();
    }

    /**
     * The case, if it exists for this actor: an applicant's own organisation's; for the bureau's people every one that
     * was handed in.
     */
    public Optional<CaseFile> visibleTo(Actor actor, String number) {
        return find(number).filter(c -> isVisible(actor, c));
    }

    static boolean isVisible(Actor actor, CaseFile file) {
        if (actor.is(Role.APPLICANT) && actor.actsFor(file.getUscc())) {
            return true;
        }
        return actor.hasAnyOf(Role.OFFICER, Role.LEADER) && file.getSubmissions() > 0;
    }

    /** The case for its applicant to change: found, own, of the version that was seen, and held. */
    public Outcome<CaseFile> ownForChange(Actor actor, String number, OptionalLong seenVersion) {
        return held(number, seenVersion, c -> actor.is(Role.APPLICANT) && actor.actsFor(c.getUscc()));
    }

    /** The case for an officer to work on: found, handed in, of the version that was seen, and held. */
    public Outcome<CaseFile> forOfficer(Actor actor, String number, OptionalLong seenVersion) {
        return held(
                number,
                seenVersion,
                c -> actor.hasAnyOf(Role.OFFICER, Role.LEADER) && c.getSubmissions() > 0);
    }

    /**
     * Holds the case's row until the transaction ends, so that deeds on one case come one after another: the second
     * waits and then finds what the first made of it, also where a deed changes only what stands beside the case (a pin,
     * a document). Optimistic lock modes will not do: EclipseLink writes the version at the first flush, which any query
     * brings about, and does not count it up any more for the changes that follow. Whoever may not have the case holds
     * up nobody.
     */
    private Outcome<CaseFile> held(String number, OptionalLong seenVersion, Predicate<CaseFile> mayHave) {
        Optional<CaseFile> found = find(number).filter(mayHave);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.notFound());
        }
        CaseFile file = found.get();
        em.refresh(file, LockModeType.PESSIMISTIC_WRITE);
        return file.unlessStillAt(seenVersion)
                .<Outcome<CaseFile>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(file));
    }

    public Answers answersOf(CaseFile file) {
        return AnswersJson.read(sealed.openText(file.sealedAnswers(), place(file.getNumber())), definitionOf(file));
    }

    public ProgramDefinition definitionOf(CaseFile file) {
        return programs.frozen(file.getDefinitionHash()).definition();
    }

    /** Puts the answers in, composed ones filled, and names the case after them. */
    public void fill(CaseFile file, Answers answers, Instant now) {
        ProgramDefinition definition = definitionOf(file);
        Answers composed = ComposedAnswers.fill(definition, answers);
        String json = AnswersJson.write(composed).toString();
        String title = composed.text(definition.result().nameField());
        file.fill(
                sealed.seal(json, place(file.getNumber())),
                title.length() > 300 ? title.substring(0, 300) : title,
                now);
    }

    void add(CaseFile file) {
        em.persist(file);
    }

    /** Writes what changed now, so that a lost race shows here and not at the transaction's end. */
    public void flush() {
        em.flush();
    }

    /** To what sealed answers are bound. */
    public static String place(String number) {
        return "answers:" + number;
    }
}
