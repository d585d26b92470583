package gov.tianmu.engine.modules.console;

import gov.tianmu.engine.home.PortalHome;
import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.modules.ModuleRow;
import gov.tianmu.engine.modules.ModuleRuntime;
import gov.tianmu.engine.modules.trust.ModuleTrust;
import gov.tianmu.engine.modules.trust.SignatureFinding;
import gov.tianmu.engine.usecase.UseCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Examines the signatures of the modules' files anew: what was signed well when it started may have expired since, or
 * its signer may have been taken off the bureau's list. What runs goes on either way; the next start does not.
 */
@ApplicationScoped
@UseCase(by = Role.ADMIN, ownTransactions = true)
public class CheckSignatures {

    private static final Logger LOG = Logger.getLogger(CheckSignatures.class.getName());

    @Inject
    private ModuleRuntime runtime;

    @Inject
    private ModuleTrust trust;

    @Inject
    private PortalHome home;

    /**
     * A module and what its file's signature is worth now.
     *
     * @param finding empty when the file cannot be read
     */
    public record Checked(ModuleRow module, Optional<SignatureFinding> finding) {

        /** Whether it would start. */
        public boolean isGood() {
            return finding.map(SignatureFinding::mayStart).orElse(false);
        }
    }

    /** Every module that has a file in the folder, ordered by name. */
    public List<Checked> check(Actor actor) {
        List<Checked> all = new ArrayList<>();
        for (ModuleRow module : runtime.modules()) {
            if (!module.file().isEmpty()) {
                all.add(new Checked(module, finding(home.folder("modules").resolve(module.file()))));
            }
        }
        return all;
    }

    private Optional<SignatureFinding> finding(Path file) {
        try {
            return Optional.of(trust.examine(file));
        } catch (IOException unreadable) {
            LOG.log(Level.WARNING, unreadable, () -> "the signature of " + file + " cannot be examined");
            return Optional.empty();
        }
    }
}
