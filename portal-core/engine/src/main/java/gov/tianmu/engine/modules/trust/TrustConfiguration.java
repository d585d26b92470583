package gov.tianmu.engine.modules.trust;

import gov.tianmu.engine.home.PortalHome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * How this portal trusts and signs modules: by {@code keys/module-trust.pem} and with {@code keys/module-signing.p12} of
 * its home. {@code PORTAL_MODULES_UNSIGNED=true} lets modules start without a signature, for those who write them.
 */
@ApplicationScoped
public class TrustConfiguration {

    private static final Logger LOG = System.getLogger(TrustConfiguration.class.getName());
    private static final String SETTING = "PORTAL_MODULES_UNSIGNED";

    @Produces
    @Singleton
    public ModuleTrust trust(PortalHome home) {
        boolean allowsUnsigned = allowsUnsigned(
                Optional.ofNullable(System.getProperty(SETTING)).orElseGet(() -> System.getenv(SETTING)));
        if (allowsUnsigned) {
            LOG.log(Level.WARNING, "Modules without a signature may start ({0}); for development only", SETTING);
        }
        return ModuleTrust.by(home.folder("keys").resolve("module-trust.pem"), allowsUnsigned);
    }

    @Produces
    @Singleton
    public ModuleSigner signer(PortalHome home) {
        return new ModuleSigner(
                home.folder("keys").resolve("module-signing.p12"),
                home.folder("keys").resolve("module-signing-password"));
    }

    /** Anything but true and false stops the start: a slip of the pen must not open the gate, nor seem to. */
    static boolean allowsUnsigned(String setting) {
        String value = setting == null ? "" : setting.strip();
        return switch (value) {
            case "", "false" -> false;
            case "true" -> true;
            default -> throw new IllegalStateException(SETTING + " is neither true nor false: " + value);
        };
    }
}
