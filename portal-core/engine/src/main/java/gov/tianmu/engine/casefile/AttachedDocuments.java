package gov.tianmu.engine.casefile;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which requirements of a case have documents. The document step knows; it lies downstream of this one, so it is asked
 * through this interface.
 */
public interface AttachedDocuments {

    /**
     * A document that a case has now.
     *
     * @param target where it belongs, as violations name it: {@code document:licence}, {@code document:member-id[r1]}
     */
    record Attached(String requirement, String target) {}

    /** The documents of each of the cases that has any, by case number: one query however many. */
    Map<String, List<Attached>> of(Collection<String> caseNumbers);

    /**
     * Puts a draft's documents to the requirements they belong to from now on. What has no place any more is taken off
     * and stays in the case's history.
     *
     * @param place where the documents of a requirement go; empty when they are put aside
     */
    void move(CaseFile draft, Function<String, Optional<String>> place, Instant now);
}
