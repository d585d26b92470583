package gov.tianmu.engine.modules;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The copies of jars: one of each that is being read, so that what was checked is what is installed, and one of each
 * that last ran ({@code .accepted} in the folder), so that a restart finds it when the file was spoiled meanwhile.
 */
final class ModuleJars {

    private static final Logger LOG = Logger.getLogger(ModuleJars.class.getName());

    private final Path work;
    private final Path accepted;
    private final DefinitionReader reader = new DefinitionReader();
    private long copies;

    ModuleJars(RuntimeSettings settings) {
        this.work = settings.work();
        this.accepted = settings.folder().resolve(".accepted");
    }

    void prepare() throws IOException {
        Files.createDirectories(work);
        Files.createDirectories(accepted);
        clear(Set.of());
    }

    /** Reads a jar from a copy of its own. */
    ModuleCandidate read(Path file) throws RefusedModule, IOException {
        return ModuleCandidate.read(file, work.resolve("incoming-" + ++copies + ".jar"), reader);
    }

    /** What last ran of this file. */
    Optional<ModuleCandidate> lastAccepted(Path file) {
        Path kept = accepted.resolve(file.getFileName());
        if (!Files.exists(kept)) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(kept));
        } catch (RefusedModule | IOException lost) {
            LOG.log(Level.WARNING, lost, () -> "the last good " + file.getFileName() + " cannot be read");
            return Optional.empty();
        }
    }

    /** Notes that this runs of the file. */
    void accept(ModuleCandidate candidate, Path file) throws IOException {
        Path half = accepted.resolve(file.getFileName() + ".tmp");
        Files.copy(candidate.jar(), half, StandardCopyOption.REPLACE_EXISTING);
        Files.move(half, accepted.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The file was taken away on purpose. */
    void forget(Path file) {
        deleteQuietly(accepted.resolve(file.getFileName()));
    }

    /** Deletes the copies that were read, save those still needed. */
    void clear(Set<Path> needed) {
        try (DirectoryStream<Path> copied = Files.newDirectoryStream(work, "incoming-*.jar")) {
            for (Path copy : copied) {
                if (!needed.contains(copy)) {
                    deleteQuietly(copy);
                }
            }
        } catch (IOException unreadable) {
            LOG.log(Level.WARNING, "copies of modules were left behind", unreadable);
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            LOG.log(Level.FINE, "left behind: " + file, left);
        }
    }
}
