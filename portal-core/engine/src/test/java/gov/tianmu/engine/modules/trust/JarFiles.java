package gov.tianmu.engine.modules.trust;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Makes jars in a test and does to them what should not be done. */
final class JarFiles {

    static final String MANIFEST = "META-INF/MANIFEST.MF";

    private JarFiles() {}

    /** A small bundle with a definition, words, a class for a later Java and an empty file. */
    static Path bundle(Path file) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        put(entries, MANIFEST, "Manifest-Version: 1.0\r\nBundle-SymbolicName: a.b\r\nTianmu-Program: program.xml\r\n\r\n");
        put(entries, "text/", "");
        put(entries, "program.xml", "<program>" + "wording ".repeat(50) + "</program>");
        put(entries, "messages.properties", "a=1\n");
        put(entries, "text/empty.txt", "");
        put(entries, "META-INF/versions/17/a/B.class", "class");
        return write(file, entries);
    }

    static void put(Map<String, byte[]> entries, String name, String content) {
        entries.put(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads all entries, lets them be changed, and writes them again without touching any signature. */
    static Path change(Path file, Consumer<Map<String, byte[]>> change) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    entries.put(entry.getName(), in.readAllBytes());
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        change.accept(entries);
        return write(file, entries);
    }

    static void replace(Map<String, byte[]> entries, String name, String what, String by) {
        String before = new String(entries.get(name), StandardCharsets.UTF_8);
        if (!before.contains(what)) {
            throw new IllegalArgumentException(what + " is not in " + before);
        }
        put(entries, name, before.replace(what, by));
    }

    /** Replaces every occurrence of a text of the raw file by one of the same length. */
    static void patch(Path file, String what, String by) {
        try {
            String raw = Files.readString(file, StandardCharsets.ISO_8859_1);
            if (what.length() != by.length() || !raw.contains(what)) {
                throw new IllegalArgumentException(what);
            }
            Files.writeString(file, raw.replace(what, by), StandardCharsets.ISO_8859_1);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Path write(Path file, Map<String, byte[]> entries) {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * A jar whose directory says of one entry that it is shorter than it is: a reader that believes the directory
     * sees the honest beginning, one that unpacks sees all of it.
     */
    static void appendBehind(Path file, String name, String more) {
        change(file, entries -> {
            byte[] honest = entries.get(name);
            ByteArrayOutputStream longer = new ByteArrayOutputStream();
            longer.writeBytes(honest);
            longer.writeBytes(more.getBytes(StandardCharsets.UTF_8));
            entries.put(name, longer.toByteArray());
        });
        try {
            byte[] raw = Files.readAllBytes(file);
            int end = raw.length - 22;
            int at = intAt(raw, end + 16);
            while (at < end) {
                int nameLength = raw[at + 28] & 0xff | (raw[at + 29] & 0xff) << 8;
                int extra = raw[at + 30] & 0xff | (raw[at + 31] & 0xff) << 8;
                if (new String(raw, at + 46, nameLength, StandardCharsets.UTF_8).equals(name)) {
                    int length = intAt(raw, at + 24) - more.length();
                    putInt(raw, at + 24, length);
                    try (ZipFile zip = new ZipFile(file.toFile());
                            InputStream in = zip.getInputStream(zip.getEntry(name))) {
                        CRC32 crc = new CRC32();
                        crc.update(in.readNBytes(length));
                        putInt(raw, at + 16, (int) crc.getValue());
                    }
                }
                at += 46 + nameLength + extra;
            }
            Files.write(file, raw);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int intAt(byte[] raw, int at) {
        return raw[at] & 0xff | (raw[at + 1] & 0xff) << 8 | (raw[at + 2] & 0xff) << 16 | (raw[at + 3] & 0xff) << 24;
    }

    private static void putInt(byte[] raw, int at, int value) {
        for (int i = 0; i < 4; i++) {
            raw[at + i] = (byte) (value >>> 8 * i);
        }
    }
}
