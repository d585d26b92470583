package gov.tianmu.engine.modules;

import java.nio.file.Path;
import org.osgi.framework.Bundle;

/**
 * A module in the framework: it runs, or waits for what it requires.
 *
 * @param candidate what was checked
 * @param file the file it came from
 * @param generation what was made of it
 */
record InstalledModule(ModuleCandidate candidate, Path file, Generation generation) {

    String name() {
        return candidate.name();
    }

    Bundle bundle() {
        return generation.bundle();
    }

    /** The same module under another file name. */
    InstalledModule of(Path otherFile) {
        return new InstalledModule(candidate, otherFile, generation);
    }
}
