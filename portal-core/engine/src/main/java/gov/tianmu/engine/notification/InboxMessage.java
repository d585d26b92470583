package gov.tianmu.engine.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A message in an inbox. Kept as event and arguments, so that each reader sees it in the own language. */
@Entity
@Table(name = "inbox_message")
public class InboxMessage {

    @Id
    private String id;

    private String recipient;
    private String event;
    private String args;

    @Column(name = "case_number")
    private String caseNumber;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "read_at")
    private Instant readAt;

    protected InboxMessage() {}

    InboxMessage(Message message, Instant now) {
        id = UUID.randomUUID().toString();
        recipient = message.recipient().key();
        event = message.event();
        args = MessageArgs.write(message.args());
        caseNumber = message.caseNumber().orElse(null);
        createdAt = now;
    }

    void read(Instant now) {
        if (readAt == null) {
            readAt = now;
        }
    }

    public String getId() {
        return id;
    }

    public String getRecipient() {
        return recipient;
    }

    public String getEvent() {
        return event;
    }

    public List<String> args() {
        return MessageArgs.read(args);
    }

    public Optional<String> getCaseNumber() {
        return Optional.ofNullable(caseNumber);
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public boolean isRead() {
        return readAt != null;
    }
}
