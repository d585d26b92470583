package gov.tianmu.engine.modules;

import gov.tianmu.engine.modules.trust.ModuleTrust;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What the module runtime needs to know of its surroundings.
 *
 * @param folder the watched folder
 * @param work a folder of the runtime's own; emptied at each start
 * @param systemBundles bundles the portal brings itself (Declarative Services), in any order
 * @param exportedPackages the packages of the portal that modules may import, as {@code Export-Package} writes them
 * @param interval how often the folder is looked into
 * @param trust whose modules may start
 */
public record RuntimeSettings(
        Path folder, Path work, List<URL> systemBundles, String exportedPackages, Duration interval, ModuleTrust trust) {

    public RuntimeSettings {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(work, "work");
        Objects.requireNonNull(interval, "interval");
        Objects.requireNonNull(trust, "trust");
        systemBundles = List.copyOf(systemBundles);
    }
}
