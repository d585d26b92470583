package gov.tianmu.web.api;

import gov.tianmu.engine.usecase.PageRequest;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.Refusal.Kind;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which part of a list is asked for. */
public class Paging {

    @QueryParam("page")
    @DefaultValue("1")
    @Parameter(description = "Counting from 1", schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
    private String page;

    @QueryParam("size")
    @DefaultValue("20")
    @Parameter(description = "1 to 100", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100"))
    private String size;

    PageRequest request() {
        return new PageRequest(number("page", page), number("size", size));
    }

    private static int number(String name, String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw refused(name);
        }
        throw refused(name);
    }

    private static RequestRefusedException refused(String name) {
        return RequestRefusedException.because(Refusal.of(Kind.MALFORMED, "api.parameter", name, "1, 2, 3…"));
    }
}
