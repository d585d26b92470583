package gov.tianmu.engine.notification;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something to tell somebody.
 *
 * @param recipient whose inbox
 * @param email where mail goes beside it, if anywhere
 * @param event stable name, e.g. {@code case.submitted}; the words are {@code message.<event>.subject} and
 *     {@code .body} in the reader's language
 * @param args fill the words' placeholders in order; never personal data
 * @param caseNumber the case it is about, if any
 */
public record Message(
        Recipient recipient, Optional<String> email, String event, List<String> args, Optional<String> caseNumber) {

    public Message {
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(event, "event");
        args = List.copyOf(args);
        email = email.filter(e -> !e.isBlank());
    }
}
