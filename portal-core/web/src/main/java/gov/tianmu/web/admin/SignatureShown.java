package gov.tianmu.web.admin;

import gov.tianmu.engine.modules.trust.SignatureFinding;
import gov.tianmu.engine.modules.trust.SignatureFinding.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Locale;

/** How pages show what a signature was found to be. */
@Named("signatures")
@ApplicationScoped
public class SignatureShown {

    /** The shape of its tag; of nothing, none. */
    public String tag(SignatureFinding finding) {
        if (finding == null) {
            return "off";
        }
        if (finding.standing() == Standing.TRUSTED) {
            return "ok";
        }
        return finding.mayStart() ? "wait" : "back";
    }

    /** The key of its name. */
    public String key(SignatureFinding finding) {
        return "admin.signature."
                + (finding == null ? "none" : finding.standing().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** Until when the certificate is valid; nothing where that is not known. */
    public Instant validUntil(SignatureFinding finding) {
        return finding == null ? null : finding.validUntil().orElse(null);
    }
}
