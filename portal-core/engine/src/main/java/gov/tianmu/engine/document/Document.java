package gov.tianmu.engine.document;

import gov.tianmu.engine.document.content.StoredContent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * A file attached to a case for a requirement (材料). Never changed: a better one takes its place and the old one is
 * marked as removed, since an officer may already have seen it. Only a draft's may come to stand for another
 * requirement, when the draft moves to another form. Its content lies sealed in the content store.
 */
@Entity
@Table(name = "document")
public class Document {

    /** The row id of requirements that are not per table row. */
    public static final String NO_ROW = "";

    @Id
    private String id;

    @Column(name = "case_number")
    private String caseNumber;

    private String requirement;

    @Column(name = "row_id")
    private String rowId;

    @Column(name = "file_name")
    private String fileName;

    @Column(name = "media_type")
    private String mediaType;

    @Column(name = "size_bytes")
    private long size;

    private String sha256;

    @Column(name = "content_key")
    private String contentKey;

    @Column(name = "uploaded_at")
    private Instant uploadedAt;

    private String account;

    @Column(name = "since_round")
    private int sinceRound;

    @Column(name = "removed_in_round")
    private Integer removedInRound;

    @Column(name = "removed_at")
    private Instant removedAt;

    protected Document() {}

    Document(String caseNumber, String requirement, String rowId, StoredContent content, int round, String account, Instant now) {
        this.id = UUID.randomUUID().toString();
        this.caseNumber = caseNumber;
        this.requirement = requirement;
        this.rowId = rowId;
        this.fileName = content.fileName();
        this.mediaType = content.mediaType();
        this.size = content.size();
        this.sha256 = content.sha256();
        this.contentKey = content.key();
        this.uploadedAt = now;
        this.account = account;
        this.sinceRound = round;
    }

    /** Belongs to this requirement from now on: the form the draft is filled in by calls it so. */
    void standFor(String newRequirement) {
        requirement = newRequirement;
    }

    void remove(int round, Instant now) {
        removedInRound = round;
        removedAt = now;
    }

    public String getId() {
        return id;
    }

    public String getCaseNumber() {
        return caseNumber;
    }

    public String getRequirement() {
        return requirement;
    }

    /** The table row it belongs to; empty for requirements that are not per row. */
    public String getRowId() {
        return rowId;
    }

    public String getFileName() {
        return fileName;
    }

    /** The real type, found by looking at the content. */
    public String getMediaType() {
        return mediaType;
    }

    /** In bytes. */
    public long getSize() {
        return size;
    }

    public String getSha256() {
        return sha256;
    }

    String contentKey() {
        return contentKey;
    }

    public Instant getUploadedAt() {
        return uploadedAt;
    }

    /** In how many submissions the case had been when this was attached. */
    public int getSinceRound() {
        return sinceRound;
    }

    public boolean isRemoved() {
        return removedAt != null;
    }

    /** Whether it was part of the case as handed in for the given time. */
    public boolean wasInRound(int round) {
        return sinceRound < round && (removedInRound == null || removedInRound >= round);
    }

    /** Where it belongs, as corrections and violations name it: {@code document:licence}, {@code document:member-id[r1]}. */
    public String target() {
        return target(requirement, rowId);
    }

    public static String target(String requirement, String rowId) {
        return "document:" + requirement + (rowId.isEmpty() ? "" : "[" + rowId + "]");
    }
}
