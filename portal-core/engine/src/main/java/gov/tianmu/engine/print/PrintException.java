package gov.tianmu.engine.print;

/** A document could not be printed: a stylesheet does not work or reaches for what it must not, or a font is broken. */
public final class PrintException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PrintException(String message) {
        super(message);
    }

    public PrintException(String message, Throwable cause) {
        super(message, cause);
    }
}
