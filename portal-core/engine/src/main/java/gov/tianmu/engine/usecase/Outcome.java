package gov.tianmu.engine.usecase;

import java.util.Optional;
import java.util.function.Function;

/**
 * What a use case answers: either it was done, with a value, or it was refused, with a reason the user can read.
 * A refusal changed nothing. Faults (a lost database, a defect) are exceptions, never outcomes.
 *
 * @param <T> what a done use case hands back
 */
public sealed interface Outcome<T> {

    /** It was done. */
    record Done<T>(T value) implements Outcome<T> {}

    /** It was refused; nothing changed. */
    record Refused<T>(Refusal refusal) implements Outcome<T> {}

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    static <T> Outcome<T> refused(Refusal.Kind kind, String code, Object... args) {
        return new Refused<>(Refusal.of(kind, code, args));
    }

    default boolean isDone() {
        return this instanceof Done<T>;
    }

    /** The value when done. */
    default Optional<T> result() {
        return this instanceof Done<T> done ? Optional.ofNullable(done.value()) : Optional.empty();
    }

    /** The refusal when refused. */
    default Optional<Refusal> reason() {
        return this instanceof Refused<T> refused ? Optional.of(refused.refusal()) : Optional.empty();
    }

    default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
        return this instanceof Done<T> done
                ? new Done<>(change.apply(done.value()))
                : new Refused<>(((Refused<T>) this).refusal());
    }

    default <R> Outcome<R> flatMap(Function<? super T, Outcome<R>> next) {
        return this instanceof Done<T> done ? next.apply(done.value()) : new Refused<>(((Refused<T>) this).refusal());
    }
}
