package gov.tianmu.engine.usecase;

import java.util.List;
import java.util.Objects;

/**
 * Why a use case did not do what was asked. Carries no sentence but a stable code and its arguments; the screen and the
 * API turn {@code refusal.<code>} into the user's language.
 *
 * @param kind how a caller should take it
 * @param code stable, dotted, lower case, e.g. {@code case.submitted-already}; part of the outer contract
 * @param args fill the message's placeholders in order; never personal data
 * @param violations what is wrong where, when single answers or documents are the reason
 */
public record Refusal(Kind kind, String code, List<Object> args, List<Violation> violations) {

    /** How a caller should take a refusal. The API maps each to one HTTP status. */
    public enum Kind {
        /** There is no such thing, or not for this person: the two are not told apart (404). */
        NOT_FOUND,
        /** This person may not do it (403). */
        FORBIDDEN,
        /** Nobody is signed in (401). */
        NOT_SIGNED_IN,
        /** The request makes no sense as it stands (400). */
        MALFORMED,
        /** Understood, but the content is not acceptable (422). */
        INVALID,
        /** Somebody else was faster, or the thing is no longer in the state for this (409). */
        CONFLICT,
        /** The edit was made on an older version (412). */
        STALE,
        /** A file over the limit (413). */
        TOO_LARGE,
        /** A file of a type that is not accepted (415). */
        UNSUPPORTED_TYPE,
        /** The thing is gone for good, or its module is (410). */
        GONE,
        /** A part of the portal is away for the moment (503). */
        UNAVAILABLE
    }

    public Refusal {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(code, "code");
        args = List.copyOf(args);
        violations = List.copyOf(violations);
    }

    public static Refusal of(Kind kind, String code, Object... args) {
        return new Refusal(kind, code, List.of(args), List.of());
    }

    public static Refusal notFound() {
        return of(Kind.NOT_FOUND, "not-found");
    }

    public static Refusal forbidden() {
        return of(Kind.FORBIDDEN, "forbidden");
    }

    public static Refusal stale() {
        return of(Kind.STALE, "stale");
    }

    public static Refusal invalid(String code, List<Violation> violations) {
        return new Refusal(Kind.INVALID, code, List.of(), violations);
    }
}
