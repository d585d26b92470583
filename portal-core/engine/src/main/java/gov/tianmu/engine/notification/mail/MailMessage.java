package gov.tianmu.engine.notification.mail;

import gov.tianmu.spi.value.EmailAddress;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail to one person, in plain text.
 *
 * @param to who gets it
 * @param subject one line; line breaks and other control characters become blanks
 * @param body the text, any length and language
 * @param id names this mail, the same at each attempt to send it, so that who gets it twice can tell; letters, digits,
 *     hyphens
 */
public record MailMessage(EmailAddress to, String subject, String body, Optional<String> id) {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    public MailMessage {
        Objects.requireNonNull(to, "to");
        subject = CONTROL.matcher(subject).replaceAll(" ").strip();
        Objects.requireNonNull(body, "body");
        if (id.filter(given -> !ID.matcher(given).matches()).isPresent()) {
            throw new IllegalArgumentException("Not an id of a mail");
        }
    }
}
