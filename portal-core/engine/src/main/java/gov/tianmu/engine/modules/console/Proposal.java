package gov.tianmu.engine.modules.console;

import gov.tianmu.engine.modules.ModuleReport;
import gov.tianmu.spi.definition.Text;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;

/**
 * A proposal in the database: what was uploaded, by whom, and what became of it. Its jar lies in {@link ProposedJars}
 * while it is open. Decided once.
 */
@Entity
@Table(name = "module_proposal")
public class Proposal {

    private static final int LONGEST_FILE_NAME = 255;
    private static final int LONGEST_VERSION = 60;
    private static final int LONGEST_TITLE = 300;

    @Id
    private String id;

    @Column(name = "file_name")
    private String fileName;

    @Column(name = "module_name")
    private String module;

    @Column(name = "module_version")
    private String moduleVersion;

    @Column(name = "title_zh")
    private String titleZh;

    @Column(name = "title_en")
    private String titleEn;

    private String sha256;

    @Column(name = "size_bytes")
    private long size;

    @Column(name = "proposed_by")
    private String by;

    @Column(name = "proposed_at")
    private Instant at;

    @Enumerated(EnumType.STRING)
    private ProposalState state;

    @Column(name = "decided_by")
    private String decidedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Version
    private long version;

    protected Proposal() {}

    Proposal(String id, String fileName, long size, ModuleReport report, String account, Instant now) {
        this.id = id;
        this.fileName = cut(fileName, LONGEST_FILE_NAME);
        module = report.name().orElse("");
        moduleVersion = cut(report.version(), LONGEST_VERSION);
        Text title = report.title().orElseGet(() -> Text.of(this.fileName));
        titleZh = cut(title.zh(), LONGEST_TITLE);
        titleEn = cut(title.en(), LONGEST_TITLE);
        sha256 = report.sha256();
        this.size = size;
        by = account;
        at = now;
        state = ProposalState.PROPOSED;
        decidedBy = "";
    }

    void decide(ProposalState as, String account, Instant now) {
        state = as;
        decidedBy = account;
        decidedAt = now;
    }

    String id() {
        return id;
    }

    boolean isOpen() {
        return state == ProposalState.PROPOSED;
    }

    ProposalRow row() {
        return new ProposalRow(
                id,
                fileName,
                module,
                moduleVersion,
                new Text(titleZh, titleEn),
                sha256,
                size,
                by,
                at,
                state,
                decidedBy,
                Optional.ofNullable(decidedAt));
    }

    private static String cut(String words, int longest) {
        return words.length() <= longest ? words : words.substring(0, longest - 1) + "…";
    }
}
