package gov.tianmu.engine.modules;

import gov.tianmu.testing.ModuleJar;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that are no module, or a bad one; written to a path. */
final class BadModules {

    private static final int CENTRAL_HEADER = 0x02014b50;
    private static final int CENTRAL_SIZE = 24;
    private static final int CENTRAL_NAME_LENGTH = 28;
    private static final int CENTRAL_NAME = 46;
    private static final long MEGABYTE = 1024 * 1024;

    private BadModules() {}

    /** Writes a file. */
    interface Maker {

        void write(Path file) throws IOException;
    }

    static Maker text(String words) {
        return file -> Files.writeString(file, words);
    }

    static Maker module(ModuleJar module) {
        return module::write;
    }

    static Maker truncated(ModuleJar module) {
        return file -> {
            byte[] whole = module.bytes();
            Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        };
    }

    /** A file of that size with nothing in it. */
    static Maker sparse(long megabytes) {
        return file -> {
            try (RandomAccessFile empty = new RandomAccessFile(file.toFile(), "rw")) {
                empty.setLength(megabytes * MEGABYTE);
            }
        };
    }

    /** A module with an entry of nothing but zeros. */
    static Maker inflating(ModuleJar module, String entry, long megabytes) {
        return file -> {
            byte[] zeros = new byte[(int) MEGABYTE];
            module.write(file, jar -> {
                jar.setLevel(Deflater.BEST_SPEED);
                jar.putNextEntry(new ZipEntry(entry));
                for (long i = 0; i < megabytes; i++) {
                    jar.write(zeros);
                }
                jar.closeEntry();
            });
        };
    }

    /** The same, with a directory that claims less of the entry. */
    static Maker claiming(int size, String entry, Maker jar) {
        return file -> {
            jar.write(file);
            byte[] bytes = Files.readAllBytes(file);
            ByteBuffer archive = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            byte[] name = entry.getBytes(StandardCharsets.UTF_8);
            for (int at = 0; at < bytes.length - CENTRAL_NAME - name.length; at++) {
                if (archive.getInt(at) == CENTRAL_HEADER
                        && archive.getShort(at + CENTRAL_NAME_LENGTH) == name.length
                        && Arrays.equals(
                                bytes, at + CENTRAL_NAME, at + CENTRAL_NAME + name.length, name, 0, name.length)) {
                    archive.putInt(at + CENTRAL_SIZE, size);
                    Files.write(file, bytes);
                    return;
                }
            }
            throw new IllegalStateException("the directory has no " + entry);
        };
    }

    static Maker entries(ModuleJar module, int count) {
        return file -> module.write(file, jar -> {
            for (int i = 0; i < count; i++) {
                jar.putNextEntry(new ZipEntry("e" + i));
                jar.closeEntry();
            }
        });
    }

    /** A jar with a manifest as it is written here, however wrong. */
    static Maker manifest(String text, Map<String, String> files) {
        return file -> {
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
                zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
                zip.write(text.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
                for (Map.Entry<String, String> each : files.entrySet()) {
                    zip.putNextEntry(new ZipEntry(each.getKey()));
                    zip.write(each.getValue().getBytes(StandardCharsets.UTF_8));
                    zip.closeEntry();
                }
            }
        };
    }
}
