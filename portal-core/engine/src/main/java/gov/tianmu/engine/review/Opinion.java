package gov.tianmu.engine.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** What the recognition committee (认定委员会) made of a case, as the officer recorded it. One a case, the last counts. */
@Entity
@Table(name = "opinion")
public class Opinion {

    @Id
    @Column(name = "case_number")
    private String caseNumber;

    private boolean favourable;
    private String words;
    private String account;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Version
    private long version;

    protected Opinion() {}

    Opinion(String caseNumber) {
        this.caseNumber = caseNumber;
    }

    void record(boolean isFavourable, String opinionWords, String officer, Instant now) {
        favourable = isFavourable;
        words = opinionWords;
        account = officer;
        recordedAt = now;
    }

    /** Whether the committee recommends the award. */
    public boolean isFavourable() {
        return favourable;
    }

    public String getWords() {
        return words;
    }

    public String getAccount() {
        return account;
    }

    public Instant getRecordedAt() {
        return recordedAt;
    }
}
