package gov.tianmu.web.applicant;

import gov.tianmu.engine.casefile.BeginCase;
import gov.tianmu.engine.casefile.CaseSummary;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.web.display.Display;
import gov.tianmu.web.signin.CurrentActor;
import gov.tianmu.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;

/**
 * {@code /my/apply?call=ID}: where an application begins. Reading the page begins nothing; sending its form does. A
 * draft there is comes before a new one.
 */
@Named("myApply")
@RequestScoped
public class ApplyPage {

    @Inject
    private HttpServletRequest request;

    @Inject
    private HomePage home;

    @Inject
    private BeginCase begin;

    @Inject
    private CurrentActor current;

    @Inject
    private Display display;

    private Refusal refusal;

    /** Begins the case when the form was sent. */
    public void act() throws IOException {
        if (!Faces.isPost()) {
            return;
        }
        Outcome<CaseSummary> outcome = begin.begin(current.get(), asked());
        if (outcome.isDone()) {
            Faces.goTo(Addresses.ofCase(outcome.result().orElseThrow().number()));
        } else {
            refusal = outcome.reason().orElseThrow();
        }
    }

    private String asked() {
        String call = request.getParameter("call");
        return call == null ? "" : call;
    }

    /** The call, when it takes applications of this organisation; else null. */
    public HomePage.OpenCall getCall() {
        return home.getCalls().stream().filter(c -> c.id().equals(asked())).findFirst().orElse(null);
    }

    /** Why it did not begin; null when nothing was refused. */
    public String getRefusal() {
        return Optional.ofNullable(refusal)
                .map(r -> Words.of(r, display.getLocale()))
                .orElse(null);
    }
}
