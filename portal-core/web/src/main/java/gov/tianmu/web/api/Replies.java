package gov.tianmu.web.api;

import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Answers to what is read. */
@RequestScoped
public class Replies {

    private static final int TAG_BYTES = 16;

    @Inject
    private JsonText json;

    @Inject
    private Problems problems;

    @Inject
    private RequestLanguage language;

    @Inject
    private HttpServletRequest request;

    Locale locale() {
        return language.get();
    }

    Response of(Object view) {
        return Response.ok(json.write(view), MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                .header(HttpHeaders.CONTENT_LANGUAGE, locale().toLanguageTag())
                .build();
    }

    <T> Response of(Outcome<T> outcome, Function<T, Object> view) {
        return outcome instanceof Outcome.Refused<T> refused
                ? problems.of(refused.refusal())
                : of(view.apply(outcome.result().orElseThrow()));
    }

    /** What has a version, with it as ETag. */
    <T> Response of(Outcome<T> outcome, Function<T, Object> view, Function<T, Long> version) {
        if (outcome instanceof Outcome.Refused<T> refused) {
            return problems.of(refused.refusal());
        }
        T value = outcome.result().orElseThrow();
        return Response.fromResponse(of(view.apply(value)))
                .header(HttpHeaders.ETAG, IfMatch.tag(version.apply(value)))
                .build();
    }

    Response problem(Refusal refusal) {
        return problems.of(refusal);
    }

    /** Public information: anybody may keep it, and asks whether it still holds. */
    Response open(Object view) {
        String text = json.write(view);
        String tag = "\"" + hashOf(locale().toLanguageTag() + text) + "\"";
        Response.ResponseBuilder response = matches(tag)
                ? Response.notModified()
                : Response.ok(text, MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                        .header(HttpHeaders.CONTENT_LANGUAGE, locale().toLanguageTag());
        return response.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "public, no-cache")
                .header(HttpHeaders.VARY, "Accept-Language, Cookie")
                .build();
    }

    <T> Response open(Optional<T> found, Function<T, Object> view) {
        return found.map(value -> open(view.apply(value))).orElseGet(() -> problems.of(Refusal.notFound()));
    }

    private boolean matches(String tag) {
        String asked = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (asked == null) {
            return false;
        }
        for (String one : asked.split(",")) {
            String bare = one.strip();
            // Compression marks a tag as weak; for reading the weak comparison is the right one.
            if (bare.equals("*") || bare.equals(tag) || bare.equals("W/" + tag)) {
                return true;
            }
        }
        return false;
    }

    private static String hashOf(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
