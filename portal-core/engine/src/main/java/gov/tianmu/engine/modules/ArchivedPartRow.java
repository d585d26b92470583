package gov.tianmu.engine.modules;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A file of a frozen definition in the database. */
@Entity
@Table(name = "frozen_part")
@IdClass(ArchivedPartRow.Key.class)
public class ArchivedPartRow {

    /** A part's definition and name. */
    public record Key(String hash, String name) implements Serializable {}

    @Id
    private String hash;

    @Id
    @Column(name = "part_name")
    private String name;

    @Lob
    private byte[] content;

    protected ArchivedPartRow() {}

    ArchivedPartRow(String hash, String name, byte[] content) {
        this.hash = hash;
        this.name = name;
        this.content = content.clone();
    }

    String name() {
        return name;
    }

    byte[] content() {
        return content;
    }
}
