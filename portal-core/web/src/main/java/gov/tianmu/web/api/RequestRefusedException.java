package gov.tianmu.web.api;

import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.Refusal.Kind;

/** A request that is refused before any use case is asked: it is not JSON, it names no version. Becomes a problem. */
public class RequestRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int PRECONDITION_REQUIRED = 428;

    private final transient Refusal refusal;
    private final int status;

    RequestRefusedException(Refusal refusal, int status) {
        super(refusal.code(), null, false, false);
        this.refusal = refusal;
        this.status = status;
    }

    static RequestRefusedException because(Refusal refusal) {
        return new RequestRefusedException(refusal, Problems.statusOf(refusal.kind()));
    }

    /** No If-Match where one is needed (RFC 6585). */
    static RequestRefusedException ifMatchMissing() {
        return new RequestRefusedException(Refusal.of(Kind.MALFORMED, "api.if-match-missing"), PRECONDITION_REQUIRED);
    }

    Refusal refusal() {
        return refusal;
    }

    int status() {
        return status;
    }
}
