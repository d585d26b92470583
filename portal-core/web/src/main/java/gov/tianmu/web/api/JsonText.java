package gov.tianmu.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;

/** Views as JSON text, their parts in alphabetical order, so that equal views are equal texts. What is absent is left out. */
@ApplicationScoped
public class JsonText {

    private final Jsonb jsonb = JsonbBuilder.create();

    String write(Object view) {
        return jsonb.toJson(view);
    }
}
