package gov.tianmu.engine.usecase;

/** An access rule refused a use case that answers with plain values (a query). Screens show 403 or go to sign-in. */
public class AccessRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public AccessRefusedException(Refusal refusal) {
        super(refusal.code());
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
