package gov.tianmu.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A request that was refused before any use case was asked. */
@Provider
public class RequestProblems implements ExceptionMapper<RequestRefusedException> {

    @Inject
    private Problems problems;

    @Override
    public Response toResponse(RequestRefusedException refused) {
        return problems.of(refused.refusal(), refused.status());
    }
}
