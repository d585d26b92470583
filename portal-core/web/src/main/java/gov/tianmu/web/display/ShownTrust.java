package gov.tianmu.web.display;

import gov.tianmu.engine.modules.trust.ModuleTrust;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Whether the portal runs with the development setting that lets modules start without a signature. */
@Named("trust")
@RequestScoped
public class ShownTrust {

    @Inject
    private ModuleTrust trust;

    public boolean isUnsignedAllowed() {
        return trust.allowsUnsigned();
    }
}
