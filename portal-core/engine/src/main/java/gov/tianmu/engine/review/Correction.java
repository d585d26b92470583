package gov.tianmu.engine.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * An officer's request to mend one thing (补正), pinned to an answer or a document. Drafted while the officer reads; sent
 * when the case is returned; mended when the applicant hands in again; then confirmed by the officer, or asked for anew.
 */
@Entity
@Table(name = "correction")
public class Correction {

    /** Where a correction stands. */
    public enum State {
        DRAFT,
        SENT,
        MENDED,
        CONFIRMED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    private String id;

    @Column(name = "case_number")
    private String caseNumber;

    private int ordinal;
    private int round;
    private String target;
    private String request;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "due_at")
    private Instant dueAt;

    private String account;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private long version;

    protected Correction() {}

    Correction(String caseNumber, int ordinal, int round, String target, String request, String account, Instant now) {
        this.id = UUID.randomUUID().toString();
        this.caseNumber = caseNumber;
        this.ordinal = ordinal;
        this.round = round;
        this.target = target;
        this.request = request;
        this.state = State.DRAFT;
        this.account = account;
        this.createdAt = now;
    }

    void reword(String words) {
        request = words;
    }

    void send(Instant due) {
        state = State.SENT;
        dueAt = due;
    }

    void mended() {
        state = State.MENDED;
    }

    void confirm() {
        state = State.CONFIRMED;
    }

    public String getId() {
        return id;
    }

    /** The number of its pin on this case: 1, 2, 3… */
    public int getOrdinal() {
        return ordinal;
    }

    /** After which submission it was asked for. */
    public int getRound() {
        return round;
    }

    /** A field id, {@code team[ROW].column}, {@code team[ROW]}, {@code team}, or {@code document:…}. */
    public String getTarget() {
        return target;
    }

    /** What is to be mended, in the officer's words. */
    public String getRequest() {
        return request;
    }

    public State getState() {
        return state;
    }

    /** Until when, once it is sent. */
    public Optional<Instant> getDueAt() {
        return Optional.ofNullable(dueAt);
    }

    public boolean isForDocument() {
        return target.startsWith("document:");
    }
}
