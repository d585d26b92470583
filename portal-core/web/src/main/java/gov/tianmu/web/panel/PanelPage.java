package gov.tianmu.web.panel;

import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.usecase.AccessRefusedException;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.web.signin.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The expert's landing page. */
@Named("panelPage")
@RequestScoped
public class PanelPage {

    @Inject
    private CurrentActor current;

    /** @throws AccessRefusedException for whoever is no expert; shown as 403 */
    public void open() {
        if (!current.get().is(Role.EXPERT)) {
            throw new AccessRefusedException(Refusal.forbidden());
        }
    }

    public String getName() {
        return current.get().name();
    }
}
