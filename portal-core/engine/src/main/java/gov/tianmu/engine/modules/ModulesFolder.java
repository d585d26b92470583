package gov.tianmu.engine.modules;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The watched folder: {@code x.jar} is to run, {@code x.jar.off} was stopped by an operator. A file counts once it
 * looks the same at two looks in a row, so that a copy in progress is left alone, and is gone once it is absent at two; write under another ending
 * ({@code .tmp}) and rename to be sure. Not thread-safe: one watcher looks.
 */
final class ModulesFolder {

    /** Which jars came or changed, and which are gone, since the last look. */
    record Changes(Set<Path> arrived, Set<Path> gone) {

        boolean isEmpty() {
            return arrived.isEmpty() && gone.isEmpty();
        }
    }

    private record Stamp(long modified, long size, Object key) {}

    /** Unlike any file's, so that the file is new again, while its going is still noticed. */
    private static final Stamp NEVER = new Stamp(-1, -1, "");

    private static final Stamp UNREADABLE = new Stamp(-2, -2, "");

    private static final String STOPPED = ".off";

    private final Path folder;
    private final Map<Path, Stamp> seen = new HashMap<>();
    private final Map<Path, Stamp> taken = new HashMap<>();
    private final Map<Path, Long> later = new HashMap<>();

    /** Absent at the last look and there before: many a copy takes the old file away before the new one is in its place. */
    private final Set<Path> missed = new HashSet<>();

    ModulesFolder(Path folder) {
        this.folder = folder;
    }

    /** Looks twice at once: what lies there counts as it is. */
    Changes settle() throws IOException {
        Changes one = look();
        Changes two = look();
        Set<Path> arrived = new TreeSet<>(one.arrived());
        arrived.addAll(two.arrived());
        Set<Path> gone = new TreeSet<>(one.gone());
        gone.addAll(two.gone());
        return new Changes(arrived, gone);
    }

    Changes look() throws IOException {
        Set<Path> present = new HashSet<>();
        Set<Path> arrived = new TreeSet<>();
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.{jar,jar.off}")) {
            for (Path jar : jars) {
                Stamp now = stamp(jar);
                if (now == null) {
                    continue;
                }
                present.add(jar);
                boolean settled = now.equals(seen.put(jar, now));
                boolean due = later.getOrDefault(jar, Long.MIN_VALUE) <= System.nanoTime();
                if (settled && due && !now.equals(taken.get(jar))) {
                    later.remove(jar);
                    taken.put(jar, now);
                    arrived.add(jar);
                }
            }
        }
        Set<Path> absent = new TreeSet<>(taken.keySet());
        absent.removeAll(present);
        Set<Path> gone = new TreeSet<>(absent);
        gone.retainAll(missed);
        missed.clear();
        missed.addAll(absent);
        missed.removeAll(gone);
        taken.keySet().removeAll(gone);
        seen.keySet().retainAll(present);
        later.keySet().retainAll(present);
        return new Changes(arrived, gone);
    }

    /** Lets a file arrive again after a while: it could not be dealt with for a reason that passes. */
    void again(Path jar, Duration wait) {
        taken.put(jar, NEVER);
        later.put(jar, System.nanoTime() + wait.toNanos());
    }

    /** Whether the file was written to within this time. */
    static boolean isFresh(Path jar, Duration within) {
        try {
            return Files.getLastModifiedTime(jar).toMillis() > System.currentTimeMillis() - within.toMillis();
        } catch (IOException goneMeanwhile) {
            return false;
        }
    }

    static boolean isStopped(Path jar) {
        return jar.getFileName().toString().endsWith(STOPPED);
    }

    /** The name of a file that is to run. */
    static Path running(Path jar) {
        String name = jar.getFileName().toString();
        return isStopped(jar) ? jar.resolveSibling(name.substring(0, name.length() - STOPPED.length())) : jar;
    }

    /** The name of the same file when it was stopped. */
    static Path stopped(Path jar) {
        return isStopped(jar) ? jar : jar.resolveSibling(jar.getFileName() + STOPPED);
    }

    private static Stamp stamp(Path jar) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(jar, BasicFileAttributes.class);
            return new Stamp(
                    attributes.lastModifiedTime().toMillis(),
                    attributes.size(),
                    Objects.requireNonNullElse(attributes.fileKey(), ""));
        } catch (NoSuchFileException goneMeanwhile) {
            return null;
        } catch (IOException unreadable) {
            // One bad file (a link that leads to itself) must not hide the others; whoever reads it says what is wrong.
            return UNREADABLE;
        }
    }
}
