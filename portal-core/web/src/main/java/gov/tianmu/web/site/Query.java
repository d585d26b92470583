package gov.tianmu.web.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** What the address of a public list asks for. Anything odd counts as not asked. */
@RequestScoped
public class Query {

    private static final int LONGEST = 100;

    @Inject
    private HttpServletRequest request;

    /** The page, counting from 1. */
    public int page() {
        return number("page", 1);
    }

    /** The words looked for; empty for all. */
    public String words() {
        return text("q");
    }

    /** A parameter without blanks around it, cut to a sensible length; empty when absent. */
    public String text(String name) {
        String value = request.getParameter(name);
        if (value == null) {
            return "";
        }
        String plain = value.strip();
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
    }

    /** A whole number, or the given one. */
    public int number(String name, int otherwise) {
        String value = text(name);
        return value.matches("\\d{1,6}") ? Integer.parseInt(value) : otherwise;
    }
}
