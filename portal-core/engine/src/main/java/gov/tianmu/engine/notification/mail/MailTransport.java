package gov.tianmu.engine.notification.mail;

/**
 * Carries mails out of the portal. Which way is the configuration's choice ({@link MailConfiguration}); callers keep
 * what they send until this has returned.
 */
public interface MailTransport {

    /**
     * Hands one mail over.
     *
     * @throws MailFailedException when it was not taken; nothing says then whether it may still arrive
     */
    void send(MailMessage message) throws MailFailedException;

    /** Where mails go, for the console and the log: {@code smtp://mail.example.org:587}, or the folder. */
    String destination();
}
