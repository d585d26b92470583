package gov.tianmu.engine.notice.drafting;

import gov.tianmu.engine.identity.Actor;
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
 * A notice that is being written: begun from an earlier one, edited, submitted, approved by somebody else, then
 * published as a module; or returned with a reason, or discarded.
 *
 * <p>Between approval and publication the module is put to run, which no transaction can hold. A draft whose module was
 * approved and did not get to run for a fault is {@link State#APPROVED} and can be published again; one whose module was
 * refused is submitted again, with the reason.
 */
@Entity
@Table(name = "notice_draft")
public class NoticeDraft {

    /** Where a draft stands. */
    public enum State {
        DRAFT,
        SUBMITTED,
        APPROVED,
        PUBLISHED,
        DISCARDED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int SHOWN_NUMBER = 100;
    private static final int SHOWN_TITLE = 300;
    private static final int LONGEST_REASON = 500;

    @Id
    private String id;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "base_hash")
    private String baseHash;

    @Column(name = "base_number")
    private String baseNumber;

    @Column(name = "correction_of")
    private String correctionOf;

    private String number;
    private String title;
    private String content;

    @Column(name = "bundle_version")
    private String bundleVersion;

    @Column(name = "notice_id")
    private String noticeId;

    @Column(name = "begun_by")
    private String begunBy;

    @Column(name = "begun_by_name")
    private String begunByName;

    @Column(name = "begun_at")
    private Instant begunAt;

    @Column(name = "edited_by")
    private String editedBy;

    @Column(name = "edited_by_name")
    private String editedByName;

    @Column(name = "edited_at")
    private Instant editedAt;

    @Column(name = "submitted_by")
    private String submittedBy;

    @Column(name = "submitted_by_name")
    private String submittedByName;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Column(name = "decided_by")
    private String decidedBy;

    @Column(name = "decided_by_name")
    private String decidedByName;

    @Column(name = "decided_at")
    private Instant decidedAt;

    private String reason;

    /** Only the portal gives reasons in both languages; a person's stands in {@link #reason} as it was written. */
    @Column(name = "reason_en")
    private String reasonEn;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private long version;

    protected NoticeDraft() {}

    NoticeDraft(Actor actor, String baseHash, String baseNumber, String correctionOf, NoticeContent content, Instant now) {
        id = UUID.randomUUID().toString();
        state = State.DRAFT;
        this.baseHash = baseHash;
        this.baseNumber = baseNumber;
        this.correctionOf = correctionOf;
        begunBy = actor.account();
        begunByName = actor.name();
        begunAt = now;
        write(actor, content, now);
    }

    /** Takes what somebody wrote. */
    void write(Actor actor, NoticeContent written, Instant now) {
        number = shortened(written.number(), SHOWN_NUMBER);
        title = shortened(written.title().zh(), SHOWN_TITLE);
        content = NoticeContentJson.write(written);
        editedBy = actor.account();
        editedByName = actor.name();
        editedAt = now;
        changedAt = now;
    }

    private static String shortened(String words, int most) {
        String token = WrittenLines.token(words);
        return token.codePointCount(0, token.length()) <= most
                ? token
                : token.substring(0, token.offsetByCodePoints(0, most - 1)) + "…";
    }

    void submit(Actor actor, Instant now) {
        state = State.SUBMITTED;
        submittedBy = actor.account();
        submittedByName = actor.name();
        submittedAt = now;
        because(Text.EMPTY);
        changedAt = now;
    }

    /** Back to whoever writes it. */
    void giveBack(Actor actor, String why, Instant now) {
        state = State.DRAFT;
        decided(actor, now);
        because(Text.of(why));
    }

    void approve(Actor actor, String asNotice, String asVersion, Instant now) {
        state = State.APPROVED;
        decided(actor, now);
        noticeId = asNotice;
        bundleVersion = asVersion;
    }

    void published(Instant now) {
        state = State.PUBLISHED;
        because(Text.EMPTY);
        changedAt = now;
    }

    /** Its module was refused: the approval did not come to anything. */
    void notPublished(Text why, Instant now) {
        state = State.SUBMITTED;
        bundleVersion = null;
        noticeId = null;
        because(new Text(cut(why.zh()), cut(why.en())));
        changedAt = now;
    }

    void discard(Actor actor, Instant now) {
        state = State.DISCARDED;
        decided(actor, now);
    }

    private void decided(Actor actor, Instant now) {
        decidedBy = actor.account();
        decidedByName = actor.name();
        decidedAt = now;
        changedAt = now;
    }

    private void because(Text why) {
        reason = why.zh().isEmpty() ? null : why.zh();
        reasonEn = why.en().isEmpty() ? null : why.en();
    }

    private static String cut(String why) {
        return why.length() <= LONGEST_REASON ? why : why.substring(0, LONGEST_REASON - 1) + "…";
    }

    /** Whether this person wrote or submitted it last and therefore cannot approve it. */
    boolean isBy(Actor actor) {
        return actor.account().equals(editedBy) || actor.account().equals(submittedBy);
    }

    Optional<Refusal> unlessStillAt(OptionalLong seenVersion) {
        return seenVersion.isPresent() && seenVersion.getAsLong() != version
                ? Optional.of(Refusal.of(Refusal.Kind.STALE, "notice-draft.stale", editedByName, editedAt))
                : Optional.empty();
    }

    public String getId() {
        return id;
    }

    public State getState() {
        return state;
    }

    String getBaseHash() {
        return baseHash;
    }

    public String getBaseNumber() {
        return baseNumber;
    }

    /** The id of the notice it corrects; empty for a new notice. */
    public String getCorrectionOf() {
        return correctionOf;
    }

    public String getNumber() {
        return number;
    }

    public String getTitle() {
        return title;
    }

    NoticeContent content() {
        return NoticeContentJson.read(content);
    }

    /** The version of the module it was approved as. */
    Optional<String> getBundleVersion() {
        return Optional.ofNullable(bundleVersion);
    }

    /** The notice it was approved as. */
    public Optional<String> getNoticeId() {
        return Optional.ofNullable(noticeId);
    }

    public String getBegunByName() {
        return begunByName;
    }

    public Instant getBegunAt() {
        return begunAt;
    }

    public String getEditedByName() {
        return editedByName;
    }

    String getEditedBy() {
        return editedBy;
    }

    public Instant getEditedAt() {
        return editedAt;
    }

    public Optional<String> getSubmittedByName() {
        return Optional.ofNullable(submittedByName);
    }

    public Optional<Instant> getSubmittedAt() {
        return Optional.ofNullable(submittedAt);
    }

    public Optional<String> getDecidedByName() {
        return Optional.ofNullable(decidedByName);
    }

    public Optional<Instant> getDecidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    /** Why it was given back, or why its module did not get to run. */
    public Optional<Text> getReason() {
        return Optional.ofNullable(reason).map(zh -> new Text(zh, reasonEn));
    }

    public Instant getChangedAt() {
        return changedAt;
    }

    public long getVersion() {
        return version;
    }
}
