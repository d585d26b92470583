package gov.tianmu.engine.idempotency;

import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.sealing.SealedText;
import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Does what a request asks once, however often it comes with the same key: the key, what is done and the answer are kept
 * in one transaction, and whoever repeats the request is given that answer. Of two that come at the same moment the
 * second waits for the first. A refusal changed nothing and is not kept. Answers are kept for a week.
 */
@ApplicationScoped
public class Once {

    private static final int LONGEST_KEY = 100;
    private static final Duration KEPT_FOR = Duration.ofDays(7);

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    @Inject
    private UnitOfWork unitOfWork;

    @Inject
    private SealedText sealed;

    @Inject
    private PortalClock clock;

    /** Undoes the key together with what the refused use case may have begun. */
    private static final class NotDone extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Refusal refusal;

        NotDone(Refusal refusal) {
            super(refusal.code(), null, false, false);
            this.refusal = refusal;
        }
    }

    /**
     * @param key names the request; the account's own
     * @param fingerprint of everything the request says: the same key with another one is refused
     * @param work what is asked; joins the transaction it runs in
     */
    public Outcome<Answered> run(Actor actor, String key, String fingerprint, Callable<Outcome<Answered>> work)
            throws Exception {
        Optional<Outcome<Answered>> before = given(actor, key, fingerprint);
        if (before.isPresent()) {
            return before.get();
        }
        try {
            return Outcome.done(unitOfWork.run(() -> {
                KeptAnswer kept = take(actor, key, fingerprint);
                Answered answer = answerOf(work.call());
                keep(kept, answer);
                return answer;
            }));
        } catch (NotDone refused) {
            return Outcome.refused(refused.refusal);
        } catch (Exception perhapsTaken) {
            return given(actor, key, fingerprint).orElseThrow(() -> perhapsTaken);
        }
    }

    /** The answer to this request, if it was given before; a refusal when the key was used for another request. */
    public Optional<Outcome<Answered>> given(Actor actor, String key, String fingerprint) throws Exception {
        if (!isKey(key)) {
            return Optional.of(Outcome.refused(Refusal.Kind.MALFORMED, "idempotency.key"));
        }
        return unitOfWork.run(() -> Optional.ofNullable(em.find(KeptAnswer.class, keyOf(actor, key)))
                .map(kept -> kept.isFor(fingerprint)
                        ? Outcome.done(again(kept, actor, key))
                        : Outcome.<Answered>refused(Refusal.Kind.INVALID, "idempotency.reused")));
    }

    /**
     * Keeps an answer in the transaction of what was done, for work that is too slow to run in one. Fails when somebody
     * else used the key meanwhile: the transaction is undone, and {@link #given} tells that answer.
     */
    public void keep(Actor actor, String key, String fingerprint, Answered answer) {
        keep(take(actor, key, fingerprint), answer);
    }

    private KeptAnswer take(Actor actor, String key, String fingerprint) {
        Instant now = clock.now();
        em.createQuery("delete from KeptAnswer k where k.account = :account and k.createdAt < :before")
                .setParameter("account", actor.account())
                .setParameter("before", now.minus(KEPT_FOR))
                .executeUpdate();
        KeptAnswer kept = new KeptAnswer(keyOf(actor, key), fingerprint, now);
        em.persist(kept);
        // The database lets one in: whoever comes second waits here until the first is done.
        em.flush();
        return kept;
    }

    private void keep(KeptAnswer kept, Answered answer) {
        kept.answer(answer.status(), answer.headers(), sealed.seal(answer.body(), place(kept.key())));
        em.flush();
    }

    private Answered again(KeptAnswer kept, Actor actor, String key) {
        return new Answered(
                kept.status(), kept.headers(), sealed.openText(kept.sealedBody(), place(keyOf(actor, key))));
    }

    private static Answered answerOf(Outcome<Answered> outcome) {
        outcome.reason().ifPresent(refusal -> {
            throw new NotDone(refusal);
        });
        return outcome.result().orElseThrow();
    }

    private static boolean isKey(String key) {
        return !key.isEmpty() && key.length() <= LONGEST_KEY && key.chars().allMatch(c -> c > ' ' && c < 127);
    }

    private static KeptAnswer.Key keyOf(Actor actor, String key) {
        return new KeptAnswer.Key(actor.account(), key);
    }

    private static String place(KeptAnswer.Key key) {
        return "answered:" + key.account() + ":" + key.requestKey();
    }
}
