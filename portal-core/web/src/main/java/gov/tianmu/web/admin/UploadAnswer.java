package gov.tianmu.web.admin;

import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.web.display.Texts;
import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import java.io.Serializable;

/** Why the last upload was not kept, from the request that brought it to the page that tells it. Told once. */
@SessionScoped
public class UploadAnswer implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Texts texts;

    private String words = "";

    void refuse(Refusal refusal) {
        words = texts.of(refusal);
    }

    /** The reason in the reader's language; empty when there is none to tell. */
    String take() {
        String told = words;
        words = "";
        return told;
    }
}
