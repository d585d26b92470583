package gov.tianmu.engine.idempotency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The answer given to a request with a key. Its body may hold personal data and is sealed. */
@Entity
@Table(name = "idempotency_key")
@IdClass(KeptAnswer.Key.class)
public class KeptAnswer {

    /** Keys are the account's own: two accounts may use the same one. */
    public record Key(String account, String requestKey) implements Serializable {}

    @Id
    private String account;

    @Id
    @Column(name = "request_key")
    private String requestKey;

    private String fingerprint;
    private int status;
    private String headers;
    private String body;

    @Column(name = "created_at")
    private Instant createdAt;

    protected KeptAnswer() {}

    /** The key is taken; the answer follows in the same transaction. */
    KeptAnswer(Key key, String fingerprint, Instant now) {
        account = key.account();
        requestKey = key.requestKey();
        this.fingerprint = fingerprint;
        headers = "";
        body = "";
        createdAt = now;
    }

    Key key() {
        return new Key(account, requestKey);
    }

    void answer(int given, Map<String, String> givenHeaders, byte[] sealedBody) {
        status = given;
        headers = new TreeMap<>(givenHeaders)
                .entrySet().stream().map(h -> h.getKey() + ":" + h.getValue()).collect(Collectors.joining("\n"));
        body = Base64.getEncoder().encodeToString(sealedBody);
    }

    boolean isFor(String otherFingerprint) {
        return fingerprint.equals(otherFingerprint);
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        Map<String, String> byName = new LinkedHashMap<>();
        headers.lines().forEach(line -> {
            int colon = line.indexOf(':');
            byName.put(line.substring(0, colon), line.substring(colon + 1));
        });
        return byName;
    }

    byte[] sealedBody() {
        return Base64.getDecoder().decode(body);
    }
}
