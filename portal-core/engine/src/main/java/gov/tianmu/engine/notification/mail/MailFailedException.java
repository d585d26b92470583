package gov.tianmu.engine.notification.mail;

/**
 * A mail did not leave the portal. Its message names no address. Who sends keeps the mail and tries again later, except
 * where the failure is final.
 */
public class MailFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean isFinal;

    MailFailedException(String message, boolean isFinal, Throwable cause) {
        super(message, cause);
        this.isFinal = isFinal;
    }

    /** Whether trying again cannot help: the server knows no such mailbox. */
    public boolean isFinal() {
        return isFinal;
    }
}
