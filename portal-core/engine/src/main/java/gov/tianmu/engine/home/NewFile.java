package gov.tianmu.engine.home;

import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file in the making: written under a temporary name, readable by its owner only, and given its own name once every
 * byte of it is on the disk. Closed before {@link #keepAs}, it leaves nothing behind.
 */
public final class NewFile implements Closeable {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_ONLY_FOLDER = PosixFilePermissions.fromString("rwx------");

    private final Path temporary;
    private final FileChannel channel;
    private boolean kept;

    private NewFile(Path temporary, FileChannel channel) {
        this.temporary = temporary;
        this.channel = channel;
    }

    /**
     * Begins a file.
     *
     * @param temporary where it is written; on the same disk as its later place, and not there yet
     */
    public static NewFile beginAt(Path temporary) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new NewFile(temporary, FileChannel.open(temporary, options, attributes(OWNER_ONLY)));
    }

    /** Creates a folder and those above it where they are missing, open to their owner only. */
    public static void createFolder(Path folder) throws IOException {
        // Asked first, because a link to a folder on another disk is a folder too, and createDirectories says no to it.
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, attributes(OWNER_ONLY_FOLDER));
        }
    }

    /** Takes the content. Closing the stream leaves the file in the making. */
    public OutputStream content() {
        return new KeptOpen(Channels.newOutputStream(channel));
    }

    /** Where the content lies until {@link #keepAs}. */
    public Path temporary() {
        return temporary;
    }

    /** Forces the content to the disk and gives the file its name in one step, replacing an older file of that name. */
    public void keepAs(Path place) throws IOException {
        channel.force(true);
        channel.close();
        Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
        kept = true;
        forceName(place.getParent());
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (!kept) {
            Files.deleteIfExists(temporary);
        }
    }

    private static void forceName(Path folder) throws IOException {
        if (!hasPosixPermissions()) {
            // Only POSIX systems open a folder as a file.
            return;
        }
        try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }

    private static FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
        return hasPosixPermissions()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean hasPosixPermissions() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    /** Sealing streams close what they write to; the file is not done by then. */
    private static final class KeptOpen extends FilterOutputStream {

        KeptOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
