package gov.tianmu.engine.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The end of the audit chain: one row, locked while a line is added, so that lines stand one after another. */
@Entity
@Table(name = "audit_head")
public class AuditHead {

    static final int ONLY = 1;

    @Id
    private int id;

    private long seq;
    private String hash;

    protected AuditHead() {}

    long next() {
        return seq + 1;
    }

    String hash() {
        return hash;
    }

    void moveTo(AuditEntry entry) {
        seq = entry.seq();
        hash = entry.hash();
    }
}
