package gov.tianmu.engine.programpage;

import java.util.Map;
import java.util.Objects;

/**
 * Which page somebody asks for.
 *
 * @param program the program's id, as typed
 * @param page the page's id, as typed
 * @param parameters the query of the address, the first value of each name
 * @param locale the reader's language as a language tag
 */
public record PageAddress(String program, String page, Map<String, String> parameters, String locale) {

    public PageAddress {
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(page, "page");
        Objects.requireNonNull(locale, "locale");
        parameters = Map.copyOf(parameters);
    }
}
