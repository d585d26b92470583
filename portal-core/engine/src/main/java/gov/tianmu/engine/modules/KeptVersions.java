package gov.tianmu.engine.modules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The versions of each module that ran last ({@code .kept/<symbolic name>/} in the modules folder), in the order in
 * which they began to run, so that one action leads back to the one before. Five of each.
 */
final class KeptVersions {

    /** A jar that ran: the how-manieth start it was, which version, and the beginning of its digest. */
    record Kept(int ordinal, String version, String digest, Path jar) {

        private static final Pattern NAME = Pattern.compile("(\\d{1,9})_([A-Za-z0-9_.-]+)_([0-9a-f]{16})\\.jar");

        private static Optional<Kept> of(Path jar) {
            Matcher name = NAME.matcher(jar.getFileName().toString());
            return name.matches()
                    ? Optional.of(new Kept(Integer.parseInt(name.group(1)), name.group(2), name.group(3), jar))
                    : Optional.empty();
        }

        boolean isOf(String wholeDigest) {
            return wholeDigest.startsWith(digest);
        }
    }

    private static final Logger LOG = Logger.getLogger(KeptVersions.class.getName());
    private static final int MOST = 5;
    private static final int DIGEST = 16;

    private final Path folder;

    KeptVersions(Path folder) {
        this.folder = folder;
    }

    /** Notes that this runs now. */
    void keep(ModuleCandidate candidate) throws IOException {
        List<Kept> kept = of(candidate.name());
        if (!kept.isEmpty() && kept.get(0).isOf(candidate.digest())) {
            return;
        }
        int ordinal = kept.isEmpty() ? 1 : kept.get(0).ordinal() + 1;
        Path own = Files.createDirectories(folder.resolve(candidate.name()));
        Path half = own.resolve("keeping.tmp");
        Files.copy(candidate.jar(), half, StandardCopyOption.REPLACE_EXISTING);
        Files.move(
                half,
                own.resolve("%d_%s_%s.jar"
                        .formatted(ordinal, candidate.version(), candidate.digest().substring(0, DIGEST))),
                StandardCopyOption.ATOMIC_MOVE);
        for (Kept old : kept.subList(Math.min(MOST - 1, kept.size()), kept.size())) {
            Files.deleteIfExists(old.jar());
        }
    }

    /** What ran before the jar of this digest; empty when nothing else did. */
    Optional<Kept> before(String moduleName, String digest) {
        return of(moduleName).stream().filter(kept -> !kept.isOf(digest)).findFirst();
    }

    /** What ran last of a module. */
    Optional<Kept> last(String moduleName) {
        return of(moduleName).stream().findFirst();
    }

    /** The latest first. */
    private List<Kept> of(String moduleName) {
        Path own = folder.resolve(moduleName);
        if (!Files.isDirectory(own)) {
            return List.of();
        }
        try (Stream<Path> jars = Files.list(own)) {
            List<Kept> kept = new ArrayList<>();
            jars.forEach(jar -> Kept.of(jar).ifPresent(kept::add));
            kept.sort(Comparator.comparingInt(Kept::ordinal).reversed());
            return kept;
        } catch (IOException unreadable) {
            LOG.log(Level.WARNING, unreadable, () -> "the kept versions of " + moduleName + " cannot be read");
            return List.of();
        }
    }
}
