package gov.tianmu.engine.modules;

import java.nio.file.Path;
import org.osgi.framework.Bundle;

/**
 * A module in the framework: it runs, or waits for what it requires.
 *
 * @param candidate what was checked
 * @param file the file it came from
 * @param bundle the bundle it became
 */
record InstalledModule(ModuleCandidate candidate, Path file, Bundle bundle) {

    boolean isActive() {
        return bundle.getState() == Bundle.ACTIVE;
    }

    /** The same module under another file name. */
    InstalledModule of(Path otherFile) {
        return new InstalledModule(candidate, otherFile, bundle);
    }
}
