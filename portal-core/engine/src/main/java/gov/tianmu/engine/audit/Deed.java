package gov.tianmu.engine.audit;

import java.util.Objects;

/**
 * What is to be written into the audit trail. Words only, never personal data: of an answer its field id, of a document
 * its name and hash.
 *
 * @param what stable name, e.g. {@code case.submitted}
 * @param subject a case number or another key
 * @param before what stood before; may be empty
 * @param after what stands now; may be empty
 */
public record Deed(String what, String subject, String before, String after) {

    public Deed {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(subject, "subject");
        before = before == null ? "" : before;
        after = after == null ? "" : after;
    }

    public static Deed of(String what, String subject) {
        return new Deed(what, subject, "", "");
    }
}
