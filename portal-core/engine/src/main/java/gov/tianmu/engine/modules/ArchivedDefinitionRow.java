package gov.tianmu.engine.modules;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A frozen definition in the database. Written once, never changed, never deleted. */
@Entity
@Table(name = "frozen_definition")
public class ArchivedDefinitionRow {

    @Id
    private String hash;

    private String kind;

    @Column(name = "defined_id")
    private String definedId;

    @Column(name = "module_version")
    private String moduleVersion;

    private String resource;

    @Column(name = "frozen_at")
    private Instant frozenAt;

    protected ArchivedDefinitionRow() {}

    ArchivedDefinitionRow(ArchivedDefinition definition, Instant frozenAt) {
        this.hash = definition.hash();
        this.kind = definition.kind().name();
        this.definedId = definition.id();
        this.moduleVersion = definition.version();
        this.resource = definition.resource();
        this.frozenAt = frozenAt;
    }

    String hash() {
        return hash;
    }

    ModuleKind kind() {
        return ModuleKind.valueOf(kind);
    }

    String definedId() {
        return definedId;
    }

    String moduleVersion() {
        return moduleVersion;
    }

    String resource() {
        return resource;
    }
}
