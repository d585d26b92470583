package gov.tianmu.engine.print;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What stands on a printed application, in plain words: no definition, no entity, no file. It holds every question of
 * the form in order, answered or not, because the paper shows the empty boxes too.
 *
 * @param number the case number; empty for a draft, which the paper then says
 * @param program the program's title
 * @param title what the case is about (the studio's name)
 * @param submittedOn the day of submission; empty for a draft
 * @param organisation the applying unit's name from the sign-on
 * @param sections the form
 * @param opinions what the unit, the experts and the bureau wrote; an absent one leaves an empty box to be signed
 */
public record PrintSource(
        String number,
        String program,
        String title,
        Optional<LocalDate> submittedOn,
        String organisation,
        List<Section> sections,
        List<Opinion> opinions) {

    /** A part of the form. */
    public record Section(String id, String title, List<Item> items) {

        public Section {
            items = List.copyOf(items);
        }
    }

    /** A question or a table. */
    public sealed interface Item permits Answer, Table {}

    /**
     * A question with its answer.
     *
     * @param type the field type's code, e.g. {@code resident-id}
     * @param value as stored, e.g. {@code 2023-05}; empty when not answered
     * @param text as a person reads it, e.g. 2023年5月
     * @param choices all that the question offers, empty unless it is a choice
     */
    public record Answer(String id, String type, String label, String value, String text, List<Choice> choices)
            implements Item {

        public Answer {
            choices = List.copyOf(choices);
        }
    }

    /** An option of a choice, and whether it is the one. */
    public record Choice(String value, String label, boolean chosen) {}

    /** A table of the form. */
    public record Table(String id, String label, List<Column> columns, List<Row> rows) implements Item {

        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    public record Column(String id, String label) {}

    public record Row(String id, List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** What stands in a column, as a person reads it. */
    public record Cell(String column, String text) {}

    /**
     * An opinion in one of the form's signature boxes.
     *
     * @param box whose: {@code unit} (申报单位), {@code experts} (专家), {@code bureau} (区人力社保局)
     * @param by who signed; may be empty
     */
    public record Opinion(String box, String text, String by, Optional<LocalDate> signedOn) {}

    public PrintSource {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(submittedOn, "submittedOn");
        Objects.requireNonNull(organisation, "organisation");
        sections = List.copyOf(sections);
        opinions = List.copyOf(opinions);
    }
}
