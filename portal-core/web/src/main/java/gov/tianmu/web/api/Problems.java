package gov.tianmu.web.api;

import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Locale;

/** Tells refusals as problem details, in the caller's language. */
@RequestScoped
public class Problems {

    static final String MEDIA_TYPE = "application/problem+json";

    @Inject
    private HttpServletRequest request;

    @Inject
    private RequestLanguage language;

    @Inject
    private JsonText json;

    Response of(Refusal refusal) {
        return of(refusal, statusOf(refusal.kind()));
    }

    Response of(Refusal refusal, int status) {
        Locale locale = language.get();
        return response(
                new Problem(
                        typeOf(refusal.code()),
                        Words.of(refusal.kind(), locale),
                        status,
                        Words.of(refusal, locale),
                        request.getRequestURI(),
                        refusal.code(),
                        refusal.violations().isEmpty() ? null : ViolationView.of(refusal.violations(), locale),
                        null),
                locale);
    }

    /** A fault: its cause is in the log under the id, and nowhere else. */
    Response ofFault(String id) {
        Locale locale = language.get();
        Refusal told = Refusal.of(Refusal.Kind.UNAVAILABLE, "api.fault", id);
        return response(
                new Problem(
                        typeOf("fault"),
                        Words.title("fault", locale),
                        Status.INTERNAL_SERVER_ERROR.getStatusCode(),
                        Words.of(told, locale),
                        request.getRequestURI(),
                        "fault",
                        null,
                        id),
                locale);
    }

    private Response response(Problem problem, Locale locale) {
        Response.ResponseBuilder response = Response.status(problem.status())
                .type(MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag())
                .entity(json.write(problem));
        if (problem.status() == Status.UNAUTHORIZED.getStatusCode()) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"district\"");
        }
        return response.build();
    }

    private static String typeOf(String code) {
        return "/problems/" + code;
    }

    static int statusOf(Refusal.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> 404;
            case FORBIDDEN -> 403;
            case NOT_SIGNED_IN -> 401;
            case MALFORMED -> 400;
            case INVALID -> 422;
            case CONFLICT -> 409;
            case STALE -> 412;
            case TOO_LARGE -> 413;
            case UNSUPPORTED_TYPE -> 415;
            case GONE -> 410;
            case UNAVAILABLE -> 503;
        };
    }
}
