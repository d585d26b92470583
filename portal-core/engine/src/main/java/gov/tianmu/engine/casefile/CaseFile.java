package gov.tianmu.engine.casefile;

import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Organisation;
import gov.tianmu.engine.usecase.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One organisation's application to one call (申报件), from the first word typed to the decision.
 *
 * <p>It keeps the definition it began with; only a draft may move to another one, when its applicant says so. Its answers are sealed, since they hold personal data. Its version grows
 * with every change of answers or stage: who edits says which version was seen, and is refused when it is not the last.
 * Documents, corrections and opinions stand beside it under its number.
 */
@Entity
@Table(name = "case_file")
public class CaseFile {

    @Id
    private String number;

    private String mark;

    @Column(name = "call_id")
    private String callId;

    @Column(name = "program_id")
    private String programId;

    @Column(name = "definition_hash")
    private String definitionHash;

    private String uscc;

    @Column(name = "org_name")
    private String orgName;

    private String account;
    private String email;

    @Enumerated(EnumType.STRING)
    private CaseStage stage;

    private String title;

    @Lob
    private byte[] answers;

    private int submissions;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Column(name = "stage_since")
    private Instant stageSince;

    @Column(name = "due_at")
    private Instant dueAt;

    @Version
    private long version;

    protected CaseFile() {}

    CaseFile(String number, String mark, String callId, String programId, String definitionHash, Instant now) {
        this.number = number;
        this.mark = mark;
        this.callId = callId;
        this.programId = programId;
        this.definitionHash = definitionHash;
        this.stage = CaseStage.DRAFT;
        this.title = "";
        this.createdAt = now;
        this.changedAt = now;
        this.stageSince = now;
    }

    void belongTo(Organisation organisation, Actor applicant) {
        uscc = organisation.uscc();
        orgName = organisation.name();
        account = applicant.account();
        email = applicant.email().orElse("");
    }

    /** Stands on another definition from now on. */
    void standOn(String newDefinitionHash) {
        definitionHash = newDefinitionHash;
    }

    void fill(byte[] sealedAnswers, String newTitle, Instant now) {
        answers = sealedAnswers;
        title = newTitle;
        changedAt = now;
    }

    /**
     * Moves on, if it stands where the move may begin.
     *
     * @param from the stages the move may begin in
     * @return why not; empty when it moved
     */
    public Optional<Refusal> move(Set<CaseStage> from, CaseStage to, Instant now) {
        if (!from.contains(stage)) {
            return Optional.of(Refusal.of(Refusal.Kind.CONFLICT, "case.stage", stage.code()));
        }
        stage = to;
        stageSince = now;
        changedAt = now;
        dueAt = null;
        return Optional.empty();
    }

    /** Handed in (again). */
    public void submitted(Instant now) {
        submissions++;
        submittedAt = now;
    }

    /** Sets the instant until which whoever has to act now has time. */
    public void dueBy(Instant due) {
        dueAt = due;
    }

    /** Why an edit made on the given version must not go through; empty when it is the last, or none was named. */
    public Optional<Refusal> unlessStillAt(OptionalLong seenVersion) {
        return seenVersion.isPresent() && seenVersion.getAsLong() != version
                ? Optional.of(Refusal.stale())
                : Optional.empty();
    }

    public String getNumber() {
        return number;
    }

    /** The program's Chinese mark, shown before the number: 临技认 2023-0017. */
    public String getMark() {
        return mark;
    }

    public String getCallId() {
        return callId;
    }

    public String getProgramId() {
        return programId;
    }

    public String getDefinitionHash() {
        return definitionHash;
    }

    public String getUscc() {
        return uscc;
    }

    public String getOrgName() {
        return orgName;
    }

    public String getAccount() {
        return account;
    }

    /** Where mail reaches the applicant; may be empty. */
    public String getEmail() {
        return email;
    }

    public CaseStage getStage() {
        return stage;
    }

    /** What the case is called on lists: the answer the program names titles by; empty while it is not given. */
    public String getTitle() {
        return title;
    }

    byte[] sealedAnswers() {
        return answers;
    }

    /** How often it was handed in; also the number of the last round. */
    public int getSubmissions() {
        return submissions;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public Instant getChangedAt() {
        return changedAt;
    }

    public Optional<Instant> getSubmittedAt() {
        return Optional.ofNullable(submittedAt);
    }

    public Instant getStageSince() {
        return stageSince;
    }

    public Optional<Instant> getDueAt() {
        return Optional.ofNullable(dueAt);
    }

    public long getVersion() {
        return version;
    }
}
