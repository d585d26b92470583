package gov.tianmu.engine.casefile;

import gov.tianmu.engine.casefile.AttachedDocuments.Attached;
import gov.tianmu.engine.modules.Programs;
import gov.tianmu.engine.modules.compare.CaseImpact;
import gov.tianmu.engine.modules.compare.Migration;
import gov.tianmu.engine.modules.compare.Migration.Way;
import gov.tianmu.engine.modules.compare.Misfit;
import gov.tianmu.engine.modules.compare.Narrowing;
import gov.tianmu.engine.modules.compare.OpenCases;
import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.engine.usecase.UnitOfWork;
import gov.tianmu.engine.usecase.Violation;
import gov.tianmu.spi.definition.ProgramDefinition;
import gov.tianmu.spi.definition.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The open cases that stand on definitions of earlier days, held against a new one. One query counts them; answers are
 * opened only where the new definition takes less than the one they stand on, a hundred cases at a time, each hundred
 * in a transaction of its own, and are never kept.
 */
@ApplicationScoped
class StandingCases implements OpenCases {

    private static final int AT_A_TIME = 100;

    private static final Set<CaseStage> OPEN = Stream.of(CaseStage.values())
            .filter(stage -> !stage.isFinal())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(CaseStage.class)));

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    @Inject
    private CaseFiles cases;

    @Inject
    private AttachedDocuments documents;

    @Inject
    private Programs programs;

    @Inject
    private UnitOfWork unitOfWork;

    @Inject
    private PortalClock clock;

    /** The caller's transaction stands aside: what it has not written yet must not be cleared away. */
    @Override
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public CaseImpact impactOf(
            String programId, String newHash, ProgramDefinition after, Optional<Migration> migration) {
        Tally tally = new Tally();
        inOne(() -> counts(programId, newHash)).forEach((hash, byStage) -> {
            ProgramDefinition before = inOne(() -> programs.frozen(hash).definition());
            Held held = new Held(hash, before, after, Migration.from(migration, before.version()));
            Set<CaseStage> toRead = held.mayMisfit() ? byStage.keySet() : held.lost(byStage.keySet());
            byStage.forEach((stage, count) -> {
                if (!toRead.contains(stage)) {
                    tally.fitting(stage, count);
                }
            });
            if (!toRead.isEmpty()) {
                read(held, toRead, tally);
            }
        });
        return tally.impact();
    }

    private Map<String, Map<CaseStage, Integer>> counts(String programId, String newHash) {
        List<Object[]> rows = em.createQuery(
                        "select c.definitionHash, c.stage, count(c) from CaseFile c where c.programId = :program"
                                + " and c.definitionHash <> :hash and c.stage in :open"
                                + " group by c.definitionHash, c.stage",
                        Object[].class)
                .setParameter("program", programId)
                .setParameter("hash", newHash)
                .setParameter("open", OPEN)
                .getResultList();
        Map<String, Map<CaseStage, Integer>> counts = new TreeMap<>();
        rows.forEach(row -> counts.computeIfAbsent((String) row[0], hash -> new EnumMap<>(CaseStage.class))
                .put((CaseStage) row[1], ((Number) row[2]).intValue()));
        return counts;
    }

    private void read(Held held, Set<CaseStage> stages, Tally tally) {
        String last = "";
        List<CaseFile> some;
        do {
            String behind = last;
            some = inOne(() -> {
                List<CaseFile> found = em.createQuery(
                                "select c from CaseFile c where c.definitionHash = :hash and c.stage in :stages"
                                        + " and c.number > :behind order by c.number",
                                CaseFile.class)
                        .setParameter("hash", held.hash())
                        .setParameter("stages", stages)
                        .setParameter("behind", behind)
                        .setMaxResults(AT_A_TIME)
                        .getResultList();
                Map<String, List<Attached>> attached =
                        documents.of(found.stream().map(CaseFile::getNumber).toList());
                found.forEach(file -> hold(held, file, attached.getOrDefault(file.getNumber(), List.of()), tally));
                em.clear();
                return found;
            });
            if (!some.isEmpty()) {
                last = some.get(some.size() - 1).getNumber();
            }
        } while (some.size() == AT_A_TIME);
    }

    private void hold(Held held, CaseFile file, List<Attached> attached, Tally tally) {
        AnswerFit fit = new AnswerFit(held.before(), held.after(), held.way(), clock.today());
        List<Violation> misfits = new ArrayList<>(fit.fit(cases.answersOf(file)).misfits());
        misfits.addAll(fit.misfits(attached));
        Optional<Stage> lost = held.lostStage(file.getStage());
        if (misfits.isEmpty() && lost.isEmpty()) {
            tally.fitting(file.getStage(), 1);
        } else if (held.way().stays()) {
            tally.staying(file.getStage());
        } else {
            tally.misfit(new Misfit(
                    file.getNumber(),
                    file.getStage().code(),
                    MisfitWords.fields(misfits),
                    new MisfitWords(held.before()).of(misfits, lost)));
        }
    }

    private <T> T inOne(Callable<T> work) {
        try {
            return unitOfWork.run(work);
        } catch (RuntimeException fault) {
            throw fault;
        } catch (Exception fault) {
            throw new IllegalStateException("open cases cannot be read", fault);
        }
    }

    /** A definition that cases stand on, held against the new one. */
    private record Held(String hash, ProgramDefinition before, ProgramDefinition after, Way way) {

        boolean mayMisfit() {
            return Narrowing.ofAnswers(before, after, way) || Narrowing.ofDocuments(before, after, way);
        }

        Set<CaseStage> lost(Set<CaseStage> stages) {
            return stages.stream()
                    .filter(stage -> lostStage(stage).isPresent())
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(CaseStage.class)));
        }

        Optional<Stage> lostStage(CaseStage stage) {
            Set<Stage.Kind> lost = Narrowing.lostStages(before, after);
            return before.stages().stream()
                    .filter(step -> lost.contains(step.kind()) && stepsOf(stage).contains(step.kind()))
                    .findFirst();
        }

        /** The steps of the procedure a case may stand in at a stage. */
        private static Set<Stage.Kind> stepsOf(CaseStage stage) {
            return switch (stage) {
                case SUBMITTED, RETURNED -> Set.of(Stage.Kind.ACCEPTANCE);
                case ACCEPTED -> Set.of(Stage.Kind.SITE_VISIT, Stage.Kind.SCORING, Stage.Kind.COMMITTEE);
                case REVIEWED, LISTED, PUBLICISED -> Set.of(Stage.Kind.PUBLICITY);
                default -> Set.of(Stage.Kind.SUBMISSION);
            };
        }
    }

    /** Adds up. */
    private static final class Tally {

        private final List<Misfit> named = new ArrayList<>();
        private int drafts;
        private int others;
        private int fitting;
        private int misfits;

        void fitting(CaseStage stage, int count) {
            count(stage.code(), count);
            fitting += count;
        }

        void staying(CaseStage stage) {
            count(stage.code(), 1);
        }

        void misfit(Misfit misfit) {
            count(misfit.stage(), 1);
            misfits++;
            if (named.size() < CaseImpact.NAMED) {
                named.add(misfit);
            }
        }

        private void count(String stage, int count) {
            if (stage.equals(CaseStage.DRAFT.code())) {
                drafts += count;
            } else {
                others += count;
            }
        }

        CaseImpact impact() {
            named.sort(Comparator.comparing(Misfit::caseNumber));
            return new CaseImpact(drafts, others, fitting, named, misfits);
        }
    }
}
