package gov.tianmu.web.desk;

import gov.tianmu.engine.notification.InboxMessage;
import gov.tianmu.engine.notification.MessageWords;
import java.time.Instant;
import java.util.Locale;

/**
 * A message in the officer's inbox, in the reader's language.
 *
 * @param address the case it is about; empty when it is about none
 */
public record MessageRow(String id, String subject, String body, String address, Instant at, boolean read) {

    static MessageRow of(InboxMessage message, Locale locale) {
        return new MessageRow(
                message.getId(),
                MessageWords.subject(message.getEvent(), message.args(), locale),
                MessageWords.body(message.getEvent(), message.args(), locale),
                message.getCaseNumber().map(number -> "/desk/cases/" + number).orElse(""),
                message.getCreatedAt(),
                message.isRead());
    }
}
