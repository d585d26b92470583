package gov.tianmu.web.applicant;

import java.util.List;

/**
 * One question of a section as the page draws it.
 *
 * @param path the answer's name, {@code unit-name} or {@code team[r1].name}; also the name of its control
 * @param id the control's id on the page
 * @param label what it is called
 * @param hint a sentence under the label; may be empty
 * @param control which control: {@code text}, {@code longtext}, {@code radio}, {@code select}, {@code checks},
 *     {@code yesno}, {@code table}, or {@code shown} for what cannot be edited
 * @param inputType of a text control: text, date, month, email, tel
 * @param inputMode which keyboard a phone brings
 * @param required whether a submission needs it
 * @param asked whether it is asked, the other answers being as they are
 * @param value the answer as the control takes it
 * @param shown the answer as a person reads it
 * @param length characters in it
 * @param limit how many there may be; 0 for no limit
 * @param personal whether it is masked where others read along
 * @param options of a choice
 * @param whenField the path of the answer it depends on; empty for none
 * @param whenValues the values it is asked for, separated by spaces; empty: any
 * @param width how many of the row's six parts it takes
 * @param problems what is wrong with it, as far as it is time to say so
 * @param pin the officer's request; null for none
 * @param table the rows, of a table; else null
 */
public record ShownField(
        String path,
        String id,
        String label,
        String hint,
        String control,
        String inputType,
        String inputMode,
        boolean required,
        boolean asked,
        String value,
        String shown,
        int length,
        int limit,
        boolean personal,
        List<ShownOption> options,
        String whenField,
        String whenValues,
        int width,
        List<Problem> problems,
        Pin pin,
        ShownTable table) {

    public boolean faulty() {
        return problems.stream().anyMatch(p -> !p.warning());
    }

    /** Whether a label element can point to the control; groups of controls have a legend instead. */
    public boolean group() {
        return control.equals("radio") || control.equals("checks") || control.equals("yesno");
    }

    public boolean editable() {
        return !control.equals("shown") && !control.equals("table");
    }

    /** The ids of the hint and of the error, for {@code aria-describedby}. */
    public String describedBy() {
        String hints = hint.isEmpty() ? "" : id + "-h ";
        String pinned = pin == null ? "" : id + "-p ";
        String counted = limit > 0 && control.equals("longtext") ? id + "-c " : "";
        return hints + pinned + counted + id + "-e";
    }

    public boolean over() {
        return limit > 0 && length > limit;
    }
}
