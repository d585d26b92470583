package gov.tianmu.web.api;

import gov.tianmu.engine.usecase.AccessRefusedException;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A query that this caller may not make. */
@Provider
public class RefusalProblems implements ExceptionMapper<AccessRefusedException> {

    @Inject
    private Problems problems;

    @Override
    public Response toResponse(AccessRefusedException refused) {
        return problems.of(refused.refusal());
    }
}
