package gov.tianmu.engine.modules.compare;

import gov.tianmu.spi.definition.Text;
import java.util.Objects;

/**
 * One thing that a definition has otherwise than the one before it. Of a part that changed there is one for each thing
 * about it that did.
 *
 * @param kind whether the part came, went or changed
 * @param part what it is
 * @param id its id in the definition; of a table's column {@code table.column}
 * @param label what the screen calls it, in the later definition where it is still there
 * @param before what stood there, in words that say what they are about; empty when there was nothing
 * @param after what stands there now; empty when there is nothing any more
 */
public record DefinitionChange(Kind kind, Part part, String id, Text label, Text before, Text after) {

    /** What happened to a part. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** The parts of programs and notices, in the order they are told. */
    public enum Part {
        /** The program as a whole: its title, summary and mark. */
        PROGRAM,
        /** A section of the form. */
        SECTION,
        /** A question, or a column of a table. */
        FIELD,
        /** A document requirement. */
        DOCUMENT,
        /** A step of the procedure. */
        STAGE,
        /** The assessment table: the whole, a section, an item or a veto. */
        SCORE,
        /** How the proposed list is made public. */
        PUBLICITY,
        /** What an award gives. */
        RESULT,
        /** The notice as a whole: number, title, issuer, date. */
        NOTICE,
        /** An attachment of a notice. */
        ATTACHMENT,
        /** Whom to ask. */
        CONTACT,
        /** A call. */
        CALL,
        /** A list of titles awarded earlier. */
        LIST,
        /** The words of a file that is frozen with the definition: a notice's text, a form's print layout. */
        TEXT
    }

    public DefinitionChange {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }

    /** Whether whoever fills in the form meets it: sections, questions and documents. */
    public boolean isOfTheForm() {
        return part == Part.SECTION || part == Part.FIELD || part == Part.DOCUMENT;
    }
}
