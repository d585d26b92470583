package gov.tianmu.engine.submission;

import gov.tianmu.engine.casefile.AnswersJson;
import gov.tianmu.engine.casefile.CaseFile;
import gov.tianmu.engine.casefile.CaseFiles;
import gov.tianmu.engine.sealing.SealedText;
import gov.tianmu.spi.answers.Answers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The submissions of cases: keeps what was handed in, and reads it again. */
@ApplicationScoped
public class Submissions {

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    @Inject
    private SealedText sealed;

    @Inject
    private CaseFiles cases;

    Submission keep(CaseFile file, Answers answers, Map<String, String> reasons, String account, Instant now) {
        String json = AnswersJson.write(answers).toString();
        JsonObjectBuilder reasonsJson = Json.createObjectBuilder();
        reasons.forEach(reasonsJson::add);
        String place = place(file.getNumber(), file.getSubmissions());
        Submission submission = new Submission(
                file.getNumber(),
                file.getSubmissions(),
                now,
                account,
                sealed.seal(json, place),
                sha256(json),
                sealed.seal(reasonsJson.build().toString(), place + ":reasons"));
        em.persist(submission);
        return submission;
    }

    public Optional<Submission> find(String number, int round) {
        return Optional.ofNullable(em.find(Submission.class, new Submission.Key(number, round)));
    }

    public List<Submission> of(String number) {
        return em.createQuery(
                        "select s from Submission s where s.caseNumber = :number order by s.round", Submission.class)
                .setParameter("number", number)
                .getResultList();
    }

    /** The answers as they were handed in that time. */
    public Answers answersOf(CaseFile file, Submission submission) {
        String json = sealed.openText(submission.answers(), place(file.getNumber(), submission.getRound()));
        try (var reader = Json.createReader(new StringReader(json))) {
            return AnswersJson.readUntrusted(reader.readObject(), cases.definitionOf(file))
                    .answers();
        }
    }

    /** The reasons stated for warnings, by field. */
    public Map<String, String> reasonsOf(String number, Submission submission) {
        String json =
                sealed.openText(submission.reasons(), place(number, submission.getRound()) + ":reasons");
        try (var reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            Map<String, String> reasons = new LinkedHashMap<>();
            object.keySet().forEach(field -> reasons.put(field, object.getString(field)));
            return reasons;
        }
    }

    private static String place(String number, int round) {
        return "submission:" + number + ":" + round;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
