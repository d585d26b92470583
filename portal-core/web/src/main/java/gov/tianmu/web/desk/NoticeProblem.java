package gov.tianmu.web.desk;

/**
 * Something wrong with a field of a notice, or worth a look.
 *
 * @param field the field's name
 * @param label what the form calls it, with its part
 */
public record NoticeProblem(String field, String label, String message, boolean warning) {

    /** The id of an element that belongs to a field. */
    static String idOf(String field) {
        return "f-" + field.replace('.', '-');
    }

    public String anchor() {
        return idOf(field);
    }
}
