package gov.tianmu.engine.roster;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * A title held (名录条目): by whom, since when, until when. Enters with a decision of the portal, or with a list that an
 * earlier year's notice publishes; such a list names the year only. Public; it never holds personal data.
 */
@Entity
@Table(name = "roster_entry")
public class RosterEntry {

    /** How a title stands. */
    public enum Standing {
        /** 有效 */
        VALID,
        /** 期满待评估: its years are over and the evaluation has been called */
        UNDER_EVALUATION,
        /** 已延续 */
        RENEWED,
        /** 已到期 */
        EXPIRED,
        /** 已撤销 */
        REVOKED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    private String id;

    @Column(name = "program_id")
    private String programId;

    private int ordinal;
    private String name;
    private String unit;
    private String uscc;
    private String leader;
    private String trade;

    @Column(name = "awarded_year")
    private int awardedYear;

    @Column(name = "since_day")
    private LocalDate since;

    @Column(name = "until_day")
    private LocalDate until;

    @Enumerated(EnumType.STRING)
    private Standing standing;

    @Column(name = "case_number")
    private String caseNumber;

    @Column(name = "notice_id")
    private String noticeId;

    private String searched;

    @Version
    private long version;

    protected RosterEntry() {}

    RosterEntry(String id, String programId, String noticeId, int ordinal) {
        this.id = id;
        this.programId = programId;
        this.noticeId = noticeId;
        this.ordinal = ordinal;
    }

    void name(String titleName, String holder, String leaderName, String tradeName) {
        name = titleName;
        unit = holder;
        leader = leaderName;
        trade = tradeName;
        String all = (titleName + " " + holder + " " + leaderName + " " + tradeName).toLowerCase(Locale.ROOT);
        searched = all.length() > 1000 ? all.substring(0, 1000) : all;
    }

    /** From an earlier list: only the year is known. */
    void awardedIn(int year, Standing how) {
        awardedYear = year;
        standing = how;
    }

    /** By a decision of the portal. */
    void awarded(LocalDate from, LocalDate to, String fromCase, String holderUscc) {
        awardedYear = from.getYear();
        since = from;
        until = to;
        standing = Standing.VALID;
        caseNumber = fromCase;
        uscc = holderUscc;
    }

    public String getId() {
        return id;
    }

    public String getProgramId() {
        return programId;
    }

    public int getOrdinal() {
        return ordinal;
    }

    public String getName() {
        return name;
    }

    public String getUnit() {
        return unit;
    }

    public String getLeader() {
        return leader;
    }

    public String getTrade() {
        return trade;
    }

    public int getAwardedYear() {
        return awardedYear;
    }

    /** The first day; empty for titles from an earlier list. */
    public Optional<LocalDate> getSince() {
        return Optional.ofNullable(since);
    }

    /** The last day; empty for titles from an earlier list. */
    public Optional<LocalDate> getUntil() {
        return Optional.ofNullable(until);
    }

    public Optional<String> getCaseNumber() {
        return Optional.ofNullable(caseNumber);
    }

    /** By which notice it was published. */
    public String getNoticeId() {
        return noticeId;
    }

    /** How it stands on a day: a valid title whose last day has passed has expired. */
    public Standing standingOn(LocalDate day) {
        return standing == Standing.VALID && until != null && day.isAfter(until) ? Standing.EXPIRED : standing;
    }
}
