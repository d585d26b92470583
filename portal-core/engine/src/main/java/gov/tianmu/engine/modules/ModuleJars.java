package gov.tianmu.engine.modules;

import gov.tianmu.engine.modules.definition.DefinitionReader;
import gov.tianmu.engine.modules.trust.ModuleTrust;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The copies of jars: one of each that is being read, so that what was checked is what is installed; one of each file as
 * it last ran ({@code .accepted} in the folder), so that a restart finds it when the file was spoiled meanwhile; and the
 * versions of each module that ran before ({@link KeptVersions}).
 */
final class ModuleJars {

    private static final Logger LOG = Logger.getLogger(ModuleJars.class.getName());

    private final Path work;
    private final Path accepted;
    private final KeptVersions kept;
    private final DefinitionReader reader = new DefinitionReader();
    private final ModuleTrust trust;
    private long copies;

    ModuleJars(RuntimeSettings settings) {
        this.work = settings.work();
        this.trust = settings.trust();
        this.accepted = settings.folder().resolve(".accepted");
        this.kept = new KeptVersions(settings.folder().resolve(".kept"));
    }

    void prepare() throws IOException {
        Files.createDirectories(work);
        Files.createDirectories(accepted);
        deleteAll("aside-*.jar", Set.of());
        clear(Set.of());
    }

    /** Reads a jar from a copy of its own. */
    ModuleCandidate read(Path file) throws RefusedModule, IOException {
        return ModuleCandidate.read(file, work.resolve("incoming-" + ++copies + ".jar"), reader, trust);
    }

    /** Reads a jar from a copy that is the caller's to delete, beside what the host itself reads. Thread-safe. */
    ModuleCandidate readAside(Path file) throws RefusedModule, IOException {
        Path copy = work.resolve("aside-" + UUID.randomUUID() + ".jar");
        boolean read = false;
        try {
            ModuleCandidate candidate = ModuleCandidate.read(file, copy, reader, trust);
            read = true;
            return candidate;
        } finally {
            if (!read) {
                deleteQuietly(copy);
            }
        }
    }

    /** What an archived definition defines. */
    ModuleDefinition definition(ArchivedDefinition archived) {
        return archived.kind() == ModuleKind.PROGRAM
                ? new ModuleDefinition.OfProgram(archived.program(reader))
                : new ModuleDefinition.OfNotice(archived.notice(reader));
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

    /** Whether it is the very jar that last ran of this file. */
    boolean ranLast(ModuleCandidate candidate, Path file) throws IOException {
        Path last = accepted.resolve(file.getFileName());
        return Files.exists(last) && ModuleCandidate.digest(last).equals(candidate.digest());
    }

    /** Notes that this runs of the file. */
    void accept(ModuleCandidate candidate, Path file) throws IOException {
        kept.keep(candidate);
        Path half = accepted.resolve(file.getFileName() + ".tmp");
        Files.copy(candidate.jar(), half, StandardCopyOption.REPLACE_EXISTING);
        Files.move(half, accepted.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }

    KeptVersions kept() {
        return kept;
    }

    /** The file was taken away on purpose. */
    void forget(Path file) {
        deleteQuietly(accepted.resolve(file.getFileName()));
    }

    /** Deletes the copies that were read, save those still needed. */
    void clear(Set<Path> needed) {
        deleteAll("incoming-*.jar", needed);
    }

    private void deleteAll(String names, Set<Path> needed) {
        try (DirectoryStream<Path> copied = Files.newDirectoryStream(work, names)) {
            for (Path copy : copied) {
                if (!needed.contains(copy)) {
                    deleteQuietly(copy);
                }
            }
        } catch (IOException unreadable) {
            LOG.log(Level.WARNING, "copies of modules were left behind", unreadable);
        }
    }

    static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            LOG.log(Level.FINE, "left behind: " + file, left);
        }
    }
}
