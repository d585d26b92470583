package gov.tianmu.spi.definition;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A kind of service (事项) as its module defines it: form, documents, stages, scores, result. Read from
 * {@code program.xml}, frozen under its SHA-256 when the module starts; a case keeps the one it began with for life.
 *
 * @param id unique among programs, e.g. {@code studio-recognition}; part of public addresses
 * @param version the module's version
 * @param title what the screen calls it
 * @param summary who may apply for what, in one sentence
 * @param caseMark the Chinese mark in case numbers, e.g. 临技认
 * @param sections the form
 * @param documents what must be attached
 * @param stages the procedure
 * @param scores the assessment table, if the program scores
 * @param publicity how the proposed list is made public, if it is
 * @param result what an award gives
 */
public record ProgramDefinition(
        String id,
        String version,
        Text title,
        Text summary,
        String caseMark,
        List<Section> sections,
        List<DocumentRequirement> documents,
        List<Stage> stages,
        Optional<ScoreScheme> scores,
        Optional<PublicityRule> publicity,
        ResultDefinition result) {

    public ProgramDefinition {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(result, "result");
        sections = List.copyOf(sections);
        documents = List.copyOf(documents);
        stages = List.copyOf(stages);
    }

    /** All questions in form order; a table is one of them, its columns are not. */
    public Stream<Field> fields() {
        return sections.stream().flatMap(s -> s.fields().stream());
    }

    public Optional<Field> field(String fieldId) {
        return fields().filter(f -> f.id().equals(fieldId)).findFirst();
    }

    public Optional<Section> section(String sectionId) {
        return sections.stream().filter(s -> s.id().equals(sectionId)).findFirst();
    }

    /** The section a field stands in. */
    public Optional<Section> sectionOf(String fieldId) {
        return sections.stream()
                .filter(s -> s.fields().stream().anyMatch(f -> f.id().equals(fieldId)))
                .findFirst();
    }

    public Optional<DocumentRequirement> document(String requirementId) {
        return documents.stream().filter(d -> d.id().equals(requirementId)).findFirst();
    }
}
