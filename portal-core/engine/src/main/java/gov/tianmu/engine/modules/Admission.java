package gov.tianmu.engine.modules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/**
 * Lets one module in: everything that can be said against it is said before anything of the version that runs is
 * touched, and the new one is started beside the old. Who fails leaves nothing behind. Used by one thread at a time.
 */
final class Admission {

    private static final Logger LOG = Logger.getLogger(Admission.class.getName());

    private final ModuleFramework framework;
    private final DefinitionArchive archive;
    private final CaseProtection cases;

    Admission(ModuleFramework framework, DefinitionArchive archive, CaseProtection cases) {
        this.framework = framework;
        this.archive = archive;
        this.cases = cases;
    }

    /**
     * Installs a module and starts it, if what it requires is there; it waits otherwise.
     *
     * @param installed those that are there, among them the one it replaces
     * @param despiteCases whether open cases need not fit: it ran before, or somebody saw the report
     * @throws RefusedModule when it cannot run, or not beside the others
     */
    InstalledModule admit(
            ModuleCandidate candidate, Path file, Collection<InstalledModule> installed, boolean despiteCases)
            throws RefusedModule, BundleException, IOException {
        ModuleFit.checkNobodyElseHas(candidate, installed);
        if (!despiteCases) {
            cases.check(candidate);
        }
        boolean replaces = installed.stream().anyMatch(other -> other.name().equals(candidate.name()));
        List<Bundle> programs = programsBeside(candidate, installed);
        Generation fresh = framework.install(candidate);
        boolean admitted = false;
        try {
            ModuleFit.checkManifest(fresh.bundle(), candidate);
            boolean waits = !framework.waitsFor(fresh.bundle(), programs).isEmpty();
            if (waits || !framework.resolves(fresh.bundle())) {
                if (replaces || !framework.waitsForProgramsOnly(fresh.bundle(), programs)) {
                    throw new RefusedModule(framework.whatIsMissing(fresh.bundle(), programs));
                }
                archive.keep(candidate.frozen());
            } else {
                // Kept before it runs: no case may begin with a definition that the archive has not got.
                archive.keep(candidate.frozen());
                start(fresh);
            }
            admitted = true;
            return new InstalledModule(candidate, file, fresh);
        } finally {
            if (!admitted) {
                framework.discard(fresh.bundle());
            }
        }
    }

    /** The programs that count for a module: not its own old version. */
    private static List<Bundle> programsBeside(ModuleCandidate candidate, Collection<InstalledModule> installed) {
        List<Bundle> programs = new ArrayList<>();
        installed.stream()
                .filter(other -> !other.name().equals(candidate.name()))
                .map(InstalledModule::bundle)
                .forEach(programs::add);
        return programs;
    }

    private void start(Generation fresh) throws RefusedModule {
        try {
            framework.start(fresh.bundle());
        } catch (BundleException failed) {
            LOG.log(Level.WARNING, failed, () -> fresh + " does not start");
            throw failed.getType() == BundleException.STATECHANGE_ERROR
                    ? new RefusedModule("启动用时过长，已经停下：" + failed.getMessage(), "does not start: " + failed.getMessage())
                    : doesNotStart(failed.getCause() == null ? failed : failed.getCause());
        }
    }

    private static RefusedModule doesNotStart(Throwable cause) {
        return new RefusedModule("启动失败：" + cause, "does not start: " + cause);
    }
}
