package gov.tianmu.engine.home;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder that holds the portal's database, documents, keys, mail, logs and modules: {@code PORTAL_HOME} as a system
 * property or in the environment, else {@code var} under the working directory.
 */
@ApplicationScoped
public class PortalHome {

    private static final String SETTING = "PORTAL_HOME";

    private final Path folder;

    public PortalHome() {
        this(Path.of(Optional.ofNullable(System.getProperty(SETTING))
                .or(() -> Optional.ofNullable(System.getenv(SETTING)))
                .filter(setting -> !setting.isBlank())
                .orElse("var")));
    }

    private PortalHome(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** A home elsewhere; for tests and tools. */
    public static PortalHome at(Path folder) {
        return new PortalHome(folder);
    }

    public Path folder() {
        return folder;
    }

    /** A folder in this home; it need not exist yet. */
    public Path folder(String name) {
        return folder.resolve(name);
    }
}
