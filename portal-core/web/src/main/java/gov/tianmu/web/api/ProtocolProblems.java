package gov.tianmu.web.api;

import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.Refusal.Kind;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Objects;

/** What the REST container itself refuses, told as a problem too: no such address, no such method, a wrong type. */
@Provider
public class ProtocolProblems implements ExceptionMapper<WebApplicationException> {

    @Inject
    private Problems problems;

    @Inject
    private Faults faults;

    @Inject
    private HttpServletRequest request;

    @Override
    public Response toResponse(WebApplicationException refused) {
        Response plain = refused.getResponse();
        return switch (plain.getStatus()) {
            case 404 -> problems.of(Refusal.of(Kind.NOT_FOUND, "api.path-unknown"));
            case 405 -> Response.fromResponse(problems.of(
                            Refusal.of(Kind.MALFORMED, "api.method", request.getMethod(), allowed(plain)), 405))
                    .header(HttpHeaders.ALLOW, allowed(plain))
                    .build();
            case 406 -> problems.of(Refusal.of(Kind.UNSUPPORTED_TYPE, "api.not-acceptable"), 406);
            case 415 -> problems.of(
                    Refusal.of(Kind.UNSUPPORTED_TYPE, "api.media-type", "application/json, multipart/form-data"));
            case 400 -> problems.of(Refusal.of(Kind.MALFORMED, "api.request"));
            default -> plain.getStatus() < 400 ? plain : problems.ofFault(faults.tell(refused));
        };
    }

    private static String allowed(Response plain) {
        return Objects.toString(plain.getHeaderString(HttpHeaders.ALLOW), "");
    }
}
