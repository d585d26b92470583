package gov.tianmu.engine.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * One line of the audit trail: who did what to what, with what stood before and after, and when. Written once in the
 * transaction of the deed, never changed. Its hash covers its words and the hash of the line before, so that a line
 * altered, removed or slipped in shows.
 */
@Entity
@Table(name = "audit_entry")
public class AuditEntry {

    /** How much of {@code before} and {@code after} is kept, in characters. */
    static final int MAX_WORDS = 2000;

    @Id
    private long seq;

    @Column(name = "at_time")
    private Instant at;

    private String account;
    private String person;
    private String what;
    private String subject;

    @Column(name = "before_words")
    private String before;

    @Column(name = "after_words")
    private String after;

    @Column(name = "previous_hash")
    private String previousHash;

    private String hash;

    protected AuditEntry() {}

    AuditEntry(long seq, Instant at, String account, String person, Deed deed, String previousHash) {
        this.seq = seq;
        this.at = at;
        this.account = account;
        this.person = person;
        this.what = deed.what();
        this.subject = deed.subject();
        this.before = cut(deed.before());
        this.after = cut(deed.after());
        this.previousHash = previousHash;
        this.hash = hashOfWords();
    }

    private static String cut(String words) {
        return words.length() <= MAX_WORDS ? words : words.substring(0, MAX_WORDS - 1) + "…";
    }

    /** SHA-256 over every word of the line and the hash before it. */
    String hashOfWords() {
        String words = String.join(
                "\u001f",
                Long.toString(seq),
                Long.toString(at.toEpochMilli()),
                account,
                person,
                what,
                subject,
                before,
                after,
                previousHash);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public long seq() {
        return seq;
    }

    public Instant at() {
        return at;
    }

    public String account() {
        return account;
    }

    /** How the person was called when it happened. */
    public String person() {
        return person;
    }

    /** The deed's name, e.g. {@code case.submitted}; the screen's words are {@code deed.<what>}. */
    public String what() {
        return what;
    }

    /** What it was done to: a case number, a publicity's id, a module's name. */
    public String subject() {
        return subject;
    }

    public String before() {
        return before;
    }

    public String after() {
        return after;
    }

    String previousHash() {
        return previousHash;
    }

    String hash() {
        return hash;
    }
}
