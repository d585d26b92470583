package gov.tianmu.engine.sealing;

/**
 * What was sealed does not open: it was altered, belongs to something else, or was sealed with a key this home does not
 * have. A fault, for an operator to look into.
 */
public class BrokenSealException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BrokenSealException(String message, Throwable cause) {
        super(message, cause);
    }
}
