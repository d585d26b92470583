package gov.tianmu.web.applicant;

import gov.tianmu.engine.notification.InboxMessage;
import gov.tianmu.engine.notification.MessageWords;
import java.time.Instant;
import java.util.Locale;

/**
 * A message of the inbox in the reader's language.
 *
 * @param href the case it is about; empty for none
 */
public record ShownMessage(String id, String subject, String body, Instant at, boolean read, String href) {

    static ShownMessage of(InboxMessage message, Locale locale) {
        return new ShownMessage(
                message.getId(),
                MessageWords.subject(message.getEvent(), message.args(), locale),
                MessageWords.body(message.getEvent(), message.args(), locale),
                message.getCreatedAt(),
                message.isRead(),
                message.getCaseNumber().map(Addresses::ofCase).orElse(""));
    }
}
