package gov.tianmu.engine.notice;

import gov.tianmu.spi.definition.NoticeDefinition;
import gov.tianmu.spi.definition.Text;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;

/**
 * A published document of one year. Enters with its module, is refreshed when a newer version of the module starts, and
 * stays readable after the module has gone; then it is no longer live and its calls are closed.
 */
@Entity
@Table(name = "notice")
public class Notice {

    @Id
    private String id;

    private String number;

    @Column(name = "title_zh")
    private String titleZh;

    @Column(name = "title_en")
    private String titleEn;

    @Column(name = "issued_on")
    private LocalDate issuedOn;

    @Column(name = "definition_hash")
    private String definitionHash;

    private boolean live;

    @Version
    private long version;

    protected Notice() {}

    Notice(String id) {
        this.id = id;
    }

    void publish(NoticeDefinition definition, String hash) {
        number = definition.number();
        titleZh = definition.title().zh();
        titleEn = definition.title().en();
        issuedOn = definition.issuedOn();
        definitionHash = hash;
        live = true;
    }

    void withdraw() {
        live = false;
    }

    public String getId() {
        return id;
    }

    /** As printed, e.g. 临人社发〔2023〕26号. */
    public String getNumber() {
        return number;
    }

    public Text getTitle() {
        return new Text(titleZh, titleEn);
    }

    public LocalDate getIssuedOn() {
        return issuedOn;
    }

    /** Under which hash its definition, text and attachments are kept. */
    public String getDefinitionHash() {
        return definitionHash;
    }

    /** Whether its module is running. */
    public boolean isLive() {
        return live;
    }
}
