package gov.tianmu.web.api;

import gov.tianmu.engine.idempotency.Answered;
import gov.tianmu.engine.idempotency.Once;
import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.Refusal.Kind;
import gov.tianmu.web.signin.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Answers to what is written. With an {@code Idempotency-Key} the answer is kept in the use case's own transaction, and a
 * repetition is given it again, marked with {@code Idempotency-Replayed}.
 */
@RequestScoped
public class Writes {

    static final String KEY = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final int MEBIBYTE = 1024 * 1024;
    private static final int MOST_MEBIBYTES = 4;

    @Inject
    private CurrentActor current;

    @Inject
    private Once once;

    @Inject
    private JsonText json;

    @Inject
    private Problems problems;

    @Inject
    private RequestLanguage language;

    @Inject
    private HttpServletRequest request;

    private byte[] body;

    /** A use case that may throw what use cases throw. */
    @FunctionalInterface
    interface Work<T> {
        Outcome<T> of(Actor actor) throws Exception;
    }

    /** The request's JSON. */
    JsonBody json() {
        return JsonBody.of(body());
    }

    /** Does it and answers 200 with the view. */
    <T> Response ok(Work<T> work, Function<T, Object> view) throws Exception {
        return run(work, value -> new Answered(200, Map.of(), json.write(view.apply(value))));
    }

    /** Does it and answers 200 with the view and its version as ETag. */
    <T> Response ok(Work<T> work, Function<T, Object> view, Function<T, Long> version) throws Exception {
        return run(
                work,
                value -> new Answered(
                        200,
                        Map.of(HttpHeaders.ETAG, IfMatch.tag(version.apply(value))),
                        json.write(view.apply(value))));
    }

    /** Does it and answers 201 with where it is. */
    <T> Response created(Work<T> work, Function<T, Object> view, Function<T, Map<String, String>> headers)
            throws Exception {
        return run(work, value -> created(view.apply(value), headers.apply(value)));
    }

    /** Does it and answers 204. */
    <T> Response done(Work<T> work) throws Exception {
        return run(work, value -> new Answered(204, Map.of(), ""));
    }

    /** Something that opens its transactions itself; what is handed to it runs in the one that records what was done. */
    @FunctionalInterface
    interface Apart<T> {
        Outcome<T> of(Actor actor, Consumer<T> also) throws Exception;
    }

    /**
     * Does what is too slow, or too far from the database, for one transaction: with a key the answer is kept in the
     * transaction that records it.
     *
     * @param content what the request says beside its address, for its fingerprint
     */
    <T> Response apart(byte[] content, Apart<T> work, Function<T, Answered> answer) throws Exception {
        Actor actor = current.get();
        Optional<String> key = actor.isSignedIn() ? key() : Optional.empty();
        if (key.isEmpty()) {
            return response(work.of(actor, value -> {}).map(answer), false);
        }
        String fingerprint = fingerprint(content);
        Optional<Outcome<Answered>> before = once.given(actor, key.get(), fingerprint);
        if (before.isPresent()) {
            return response(before.get(), true);
        }
        try {
            Outcome<T> outcome =
                    work.of(actor, value -> once.keep(actor, key.get(), fingerprint, answer.apply(value)));
            return response(outcome.map(answer), false);
        } catch (Exception perhapsTaken) {
            // Somebody may have used the key meanwhile.
            return response(
                    once.given(actor, key.get(), fingerprint).orElseThrow(() -> perhapsTaken), true);
        }
    }

    /** {@link #apart} that answers 200 with the view. */
    <T> Response okApart(Apart<T> work, Function<T, Object> view) throws Exception {
        return apart(body(), work, value -> new Answered(200, Map.of(), json.write(view.apply(value))));
    }

    /** {@link #apart} that answers 204. */
    <T> Response doneApart(Apart<T> work) throws Exception {
        return apart(body(), work, value -> new Answered(204, Map.of(), ""));
    }

    Answered created(Object view, Map<String, String> headers) {
        return new Answered(201, headers, json.write(view));
    }

    private <T> Response run(Work<T> work, Function<T, Answered> answer) throws Exception {
        Actor actor = current.get();
        Optional<String> key = key();
        if (key.isEmpty() || !actor.isSignedIn()) {
            return response(work.of(actor).map(answer), false);
        }
        AtomicBoolean ran = new AtomicBoolean();
        Outcome<Answered> outcome = once.run(actor, key.get(), fingerprint(body()), () -> {
            ran.set(true);
            return work.of(actor).map(answer);
        });
        return response(outcome, !ran.get());
    }

    Optional<String> key() {
        return Optional.ofNullable(request.getHeader(KEY));
    }

    Response response(Outcome<Answered> outcome, boolean replayed) {
        if (outcome instanceof Outcome.Refused<Answered> refused) {
            return problems.of(refused.refusal());
        }
        Answered answer = outcome.result().orElseThrow();
        Response.ResponseBuilder response = Response.status(answer.status());
        answer.headers().forEach(response::header);
        response.header(HttpHeaders.CONTENT_LANGUAGE, language.get().toLanguageTag());
        if (replayed) {
            response.header(REPLAYED, "true");
        }
        if (!answer.body().isEmpty()) {
            response.entity(answer.body()).type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"));
        }
        return response.build();
    }

    /** Everything the request says, in short. */
    String fingerprint(byte[] content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : new String[] {
                request.getMethod(),
                request.getRequestURI(),
                Objects.toString(request.getQueryString(), ""),
                Objects.toString(request.getHeader(HttpHeaders.IF_MATCH), "")
            }) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) '\n');
            }
            return HexFormat.of().formatHex(digest.digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] body() {
        if (body == null) {
            try {
                body = request.getInputStream().readNBytes(MOST_MEBIBYTES * MEBIBYTE + 1);
            } catch (IOException cutOff) {
                throw RequestRefusedException.because(Refusal.of(Kind.MALFORMED, "api.json"));
            }
            if (body.length > MOST_MEBIBYTES * MEBIBYTE) {
                throw RequestRefusedException.because(Refusal.of(Kind.TOO_LARGE, "api.body-too-large", MOST_MEBIBYTES));
            }
        }
        return body;
    }
}
