package gov.tianmu.engine.submission;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/**
 * What a case was when it was handed in: the answers sealed, their hash, the reasons given for warnings. Written once for
 * each round; what an officer compares with and what the printed form shows.
 */
@Entity
@Table(name = "submission")
@IdClass(Submission.Key.class)
public class Submission {

    /** A case and a round. */
    public record Key(String caseNumber, int round) implements Serializable {}

    @Id
    @Column(name = "case_number")
    private String caseNumber;

    @Id
    private int round;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    private String account;

    @Lob
    private byte[] answers;

    @Column(name = "answers_sha256")
    private String answersSha256;

    @Lob
    private byte[] reasons;

    protected Submission() {}

    Submission(
            String caseNumber,
            int round,
            Instant submittedAt,
            String account,
            byte[] answers,
            String answersSha256,
            byte[] reasons) {
        this.caseNumber = caseNumber;
        this.round = round;
        this.submittedAt = submittedAt;
        this.account = account;
        this.answers = answers;
        this.answersSha256 = answersSha256;
        this.reasons = reasons;
    }

    byte[] answers() {
        return answers;
    }

    byte[] reasons() {
        return reasons;
    }

    /** 1 for the first. */
    public int getRound() {
        return round;
    }

    public Instant getSubmittedAt() {
        return submittedAt;
    }

    public String getAccount() {
        return account;
    }

    public String getAnswersSha256() {
        return answersSha256;
    }
}
