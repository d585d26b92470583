package gov.tianmu.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;

/** Views as JSON text. What is absent is left out. */
@ApplicationScoped
public class JsonText {

    private final Jsonb jsonb = JsonbBuilder.create(new JsonbConfig());

    String write(Object view) {
        return jsonb.toJson(view);
    }
}
