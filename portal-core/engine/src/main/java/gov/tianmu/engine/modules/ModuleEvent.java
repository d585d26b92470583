package gov.tianmu.engine.modules;

import gov.tianmu.spi.definition.Text;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Something that happened to a module, in the database. Written once, never changed. */
@Entity
@Table(name = "module_event")
public class ModuleEvent {

    private static final int MAX_REASON = 2000;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "at_time")
    private Instant at;

    @Column(name = "module_name")
    private String module;

    @Column(name = "module_version")
    private String version;

    @Column(name = "event_kind")
    private String event;

    @Column(name = "reason_zh")
    private String reasonZh;

    @Column(name = "reason_en")
    private String reasonEn;

    private String account;

    protected ModuleEvent() {}

    ModuleEvent(ModuleEventRow row) {
        this.at = row.at();
        this.module = row.module();
        this.version = row.version();
        this.event = row.event().name();
        this.reasonZh = cut(row.reason().zh());
        this.reasonEn = cut(row.reason().en());
        this.account = row.account();
    }

    ModuleEventRow row() {
        return new ModuleEventRow(
                at, module, version, ModuleEventKind.valueOf(event), new Text(reasonZh, reasonEn), account);
    }

    /** A definition with fifty errors has a long reason; the log has all of it. */
    private static String cut(String reason) {
        return reason.length() <= MAX_REASON ? reason : reason.substring(0, MAX_REASON - 1) + "…";
    }
}
