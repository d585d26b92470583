package gov.tianmu.engine.notice;

import gov.tianmu.spi.definition.CallDefinition;
import gov.tianmu.spi.definition.Text;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One program opened by one notice (申报批次): a window, parameters, who may apply. Opens and closes with the clock while
 * its notice's module runs; closed when the module goes, opened again when it returns.
 */
@Entity
@Table(name = "program_call")
public class Call {

    @Id
    private String id;

    @Column(name = "notice_id")
    private String noticeId;

    private int ordinal;

    @Column(name = "program_id")
    private String programId;

    @Column(name = "title_zh")
    private String titleZh;

    @Column(name = "title_en")
    private String titleEn;

    @Column(name = "opens_at")
    private Instant opensAt;

    @Column(name = "closes_at")
    private Instant closesAt;

    private String parameters;
    private String eligible;
    private boolean live;

    @Version
    private long version;

    protected Call() {}

    Call(String id, String noticeId) {
        this.id = id;
        this.noticeId = noticeId;
    }

    void open(CallDefinition definition, int ordinal) {
        this.ordinal = ordinal;
        programId = definition.program();
        titleZh = definition.title().zh();
        titleEn = definition.title().en();
        opensAt = definition.opens();
        closesAt = definition.closes();
        JsonObjectBuilder json = Json.createObjectBuilder();
        new TreeMap<>(definition.parameters()).forEach(json::add);
        parameters = json.build().toString();
        eligible = String.join("\n", definition.eligible());
        live = true;
    }

    void close() {
        live = false;
    }

    public String getId() {
        return id;
    }

    public String getNoticeId() {
        return noticeId;
    }

    public String getProgramId() {
        return programId;
    }

    public Text getTitle() {
        return new Text(titleZh, titleEn);
    }

    public Instant getOpensAt() {
        return opensAt;
    }

    /** The last second in which a submission counts. */
    public Instant getClosesAt() {
        return closesAt;
    }

    public Map<String, String> parameters() {
        try (var reader = Json.createReader(new StringReader(parameters))) {
            var json = reader.readObject();
            return json.keySet().stream().collect(Collectors.toMap(k -> k, json::getString));
        }
    }

    /** The unit names that may apply; empty: any. */
    public List<String> eligible() {
        return eligible.isEmpty() ? List.of() : List.of(eligible.split("\n"));
    }

    /** Whether the notice's module is running. */
    public boolean isLive() {
        return live;
    }

    /** Whether an application may be handed in now. The instant counts, to the second. */
    public boolean takesSubmissionsAt(Instant now) {
        return live && !now.isBefore(opensAt) && !isOverAt(now);
    }

    /** Whether its last second has passed. */
    boolean isOverAt(Instant now) {
        return now.getEpochSecond() > closesAt.getEpochSecond();
    }

    /** Whether a unit of this name may apply. */
    public boolean isFor(String unitName) {
        return eligible.isEmpty() || eligible().contains(unitName);
    }
}
