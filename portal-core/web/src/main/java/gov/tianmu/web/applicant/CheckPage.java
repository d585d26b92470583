package gov.tianmu.web.applicant;

import gov.tianmu.engine.submission.Receipt;
import gov.tianmu.engine.submission.SubmitCase;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code /my/cases/{number}/check}: all answers once more, everything that stands against handing in, a reason for each
 * warning, and the button that hands in.
 */
@Named("myCheck")
@RequestScoped
public class CheckPage {

    private static final String REASON = "reason:";

    @Inject
    private OwnCase own;

    @Inject
    private SubmitCase submit;

    private Refusal refusal;
    private List<ShownSection> sections;

    /** Opens the case; hands it in when the form was sent. */
    public void act() throws IOException {
        if (own.find().isEmpty()) {
            Faces.notFound();
            return;
        }
        if (!own.isEditable()) {
            Faces.goTo(own.getAddress());
            return;
        }
        if (Faces.isPost()) {
            hand();
        }
    }

    private void hand() throws IOException {
        Outcome<Receipt> outcome =
                submit.submit(own.actor(), own.getNumber(), Faces.sentVersion("seen"), reasons());
        own.reload();
        if (outcome.isDone()) {
            Faces.goTo(Addresses.receipt(own.number()));
        } else {
            refusal = outcome.reason().orElseThrow();
        }
    }

    /** The reasons typed, by the warning's path. */
    private Map<String, String> reasons() {
        Map<String, String> reasons = new LinkedHashMap<>();
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .forEach((name, value) -> {
                    if (name.startsWith(REASON) && !value.isBlank()) {
                        reasons.put(name.substring(REASON.length()), value);
                    }
                });
        return reasons;
    }

    /** What was typed for a warning, when the page is shown again. */
    public String reasonFor(String path) {
        return Faces.sent(REASON + path).orElse("");
    }

    public String getRefusal() {
        return refusal == null ? null : Words.of(refusal, own.locale());
    }

    public List<ShownSection> getSections() {
        if (sections == null) {
            sections = own.form(own.problems()).sections();
        }
        return sections;
    }

    public List<Problem> getErrors() {
        return own.problems().stream().filter(p -> !p.warning()).toList();
    }

    public List<Problem> getWarnings() {
        return own.problems().stream().filter(Problem::warning).toList();
    }

    /** Where a problem is mended. */
    public String href(Problem problem) {
        return problem.section().isEmpty()
                ? own.getAddress()
                : Addresses.section(own.getNumber(), problem.section()) + "?check=1#" + problem.anchor();
    }

    public String sectionHref(String section) {
        return Addresses.section(own.getNumber(), section);
    }

    public boolean isReady() {
        return getErrors().isEmpty();
    }
}
