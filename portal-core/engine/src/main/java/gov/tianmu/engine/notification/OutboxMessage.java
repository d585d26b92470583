package gov.tianmu.engine.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A mail that waits to go out. Written in the transaction of what it tells, sent afterwards, tried again with growing
 * pauses until it is gone or was tried {@value #MOST_ATTEMPTS} times.
 */
@Entity
@Table(name = "outbox_message")
public class OutboxMessage {

    static final int MOST_ATTEMPTS = 12;

    @Id
    private String id;

    private String address;
    private String event;
    private String args;

    @Column(name = "case_number")
    private String caseNumber;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "next_at")
    private Instant nextAt;

    private int attempts;

    @Column(name = "sent_at")
    private Instant sentAt;

    private String failure;

    @Version
    private long version;

    protected OutboxMessage() {}

    OutboxMessage(Message message, String address, Instant now) {
        id = UUID.randomUUID().toString();
        this.address = address;
        event = message.event();
        args = MessageArgs.write(message.args());
        caseNumber = message.caseNumber().orElse(null);
        createdAt = now;
        nextAt = now;
    }

    boolean isSent() {
        return sentAt != null;
    }

    void sent(Instant now) {
        attempts++;
        sentAt = now;
        failure = null;
    }

    /** 30 seconds, then twice as long each time, at most six hours. */
    void failed(String reason, Instant now) {
        attempts++;
        failure = reason.length() > 500 ? reason.substring(0, 500) : reason;
        Duration pause = Duration.ofSeconds(30L << Math.min(attempts - 1, 10));
        nextAt = now.plus(pause.compareTo(Duration.ofHours(6)) > 0 ? Duration.ofHours(6) : pause);
    }

    /** The other side said it will never take it. */
    void giveUp() {
        attempts = MOST_ATTEMPTS;
    }

    public String getId() {
        return id;
    }

    String address() {
        return address;
    }

    String event() {
        return event;
    }

    List<String> args() {
        return MessageArgs.read(args);
    }

    public int getAttempts() {
        return attempts;
    }
}
