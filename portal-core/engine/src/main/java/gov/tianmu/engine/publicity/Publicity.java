package gov.tianmu.engine.publicity;

import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.spi.definition.Text;
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
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A proposed list and its time before the public (公示). Drafted case by case; frozen under its SHA-256 when it is
 * opened; public from then on; decided once its time is over.
 */
@Entity
@Table(name = "publicity")
public class Publicity {

    /** Where a list stands. */
    public enum State {
        DRAFT,
        PUBLIC,
        DECIDED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    private String id;

    @Column(name = "call_id")
    private String callId;

    @Column(name = "program_id")
    private String programId;

    @Column(name = "title_zh")
    private String titleZh;

    @Column(name = "title_en")
    private String titleEn;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "opens_at")
    private Instant opensAt;

    @Column(name = "closes_at")
    private Instant closesAt;

    @Column(name = "list_sha256")
    private String listSha256;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private long version;

    protected Publicity() {}

    Publicity(String callId, String programId, Text title, Instant now) {
        this.id = UUID.randomUUID().toString();
        this.callId = callId;
        this.programId = programId;
        this.titleZh = title.zh();
        this.titleEn = title.en();
        this.state = State.DRAFT;
        this.createdAt = now;
    }

    void open(Instant from, Instant until, String sha256) {
        state = State.PUBLIC;
        opensAt = from;
        closesAt = until;
        listSha256 = sha256;
    }

    /** The decision on the list was made. */
    public void decided(Instant now) {
        state = State.DECIDED;
        decidedAt = now;
    }

    public Optional<Refusal> unlessStillAt(OptionalLong seenVersion) {
        return seenVersion.isPresent() && seenVersion.getAsLong() != version
                ? Optional.of(Refusal.stale())
                : Optional.empty();
    }

    public String getId() {
        return id;
    }

    public String getCallId() {
        return callId;
    }

    public String getProgramId() {
        return programId;
    }

    public Text getTitle() {
        return new Text(titleZh, titleEn);
    }

    public State getState() {
        return state;
    }

    /** From when on it is public, once it was opened. */
    public Optional<Instant> getOpensAt() {
        return Optional.ofNullable(opensAt);
    }

    /** The last second in which somebody may object. */
    public Optional<Instant> getClosesAt() {
        return Optional.ofNullable(closesAt);
    }

    /** Whether its time before the public is over. */
    public boolean isOverAt(Instant now) {
        return closesAt != null && now.isAfter(closesAt);
    }

    /** SHA-256 of the list as frozen. */
    public Optional<String> getListSha256() {
        return Optional.ofNullable(listSha256);
    }

    public Optional<Instant> getDecidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    public long getVersion() {
        return version;
    }
}
