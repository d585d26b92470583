package gov.tianmu.web.applicant;

import gov.tianmu.web.display.Display;
import gov.tianmu.web.display.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.ResourceBundle;

/** The sentences that the pages' scripts say, for a {@code data-words} attribute: all keys of the group form.js. */
@Named("scriptWords")
@RequestScoped
public class ScriptWords {

    private static final String GROUP = "form.js.";

    @Inject
    private Display display;

    public String getJson() {
        ResourceBundle bundle = ResourceBundle.getBundle(Texts.BUNDLE, display.getLocale());
        JsonObjectBuilder words = Json.createObjectBuilder();
        bundle.keySet().stream()
                .filter(key -> key.startsWith(GROUP))
                .sorted()
                .forEach(key -> words.add(key.substring(GROUP.length()), bundle.getString(key)));
        return words.build().toString();
    }
}
