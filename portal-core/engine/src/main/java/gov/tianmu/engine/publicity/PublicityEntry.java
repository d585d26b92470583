package gov.tianmu.engine.publicity;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;

/** One line of a proposed list: only what the program declares public, never personal data. */
@Entity
@Table(name = "publicity_entry")
@IdClass(PublicityEntry.Key.class)
public class PublicityEntry {

    /** A list and a case. */
    public record Key(String publicityId, String caseNumber) implements Serializable {}

    @Id
    @Column(name = "publicity_id")
    private String publicityId;

    @Id
    @Column(name = "case_number")
    private String caseNumber;

    private int ordinal;
    private String name;
    private String unit;
    private String facts;

    protected PublicityEntry() {}

    PublicityEntry(String publicityId, String caseNumber, int ordinal, String name, String unit, Map<String, String> facts) {
        this.publicityId = publicityId;
        this.caseNumber = caseNumber;
        this.ordinal = ordinal;
        this.name = name;
        this.unit = unit;
        JsonObjectBuilder json = Json.createObjectBuilder();
        facts.forEach(json::add);
        this.facts = json.build().toString();
    }

    void number(int place) {
        ordinal = place;
    }

    public String getPublicityId() {
        return publicityId;
    }

    public String getCaseNumber() {
        return caseNumber;
    }

    public int getOrdinal() {
        return ordinal;
    }

    /** The title's name, e.g. the studio's. */
    public String getName() {
        return name;
    }

    public String getUnit() {
        return unit;
    }

    /** The program's further public columns, by column id. */
    public Map<String, String> facts() {
        try (var reader = Json.createReader(new StringReader(facts))) {
            JsonObject json = reader.readObject();
            Map<String, String> byColumn = new LinkedHashMap<>();
            json.keySet().forEach(column -> byColumn.put(column, json.getString(column)));
            return byColumn;
        }
    }

    /** The line as it enters the list's hash. */
    String canonical() {
        return ordinal + "\t" + name + "\t" + unit + "\t" + facts;
    }
}
