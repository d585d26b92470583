package gov.tianmu.engine.modules.trust;

import gov.tianmu.engine.modules.trust.SignatureFinding.Standing;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * What really lies in a jar, seen without its signature: every entry was unpacked once, within limits, and agrees with
 * what the archive's directory says of it.
 *
 * <p>The verifying reader of the JDK reads as many bytes of an entry as the directory claims, a plain one as many as
 * there are. An entry with something behind its signed content would pass the one and be seen by the other; here it is
 * found out. The same goes for two entries of one name.
 *
 * @param files the entries that a signature has to cover
 * @param signatureFiles the {@code .SF} files and the blocks that go with them, by name
 * @param manifestBytes the manifest as it stands, if there is one
 * @param manifest the same, read
 */
record ZipInventory(
        Set<String> files,
        Map<String, byte[]> signatureFiles,
        Optional<byte[]> manifestBytes,
        Optional<Manifest> manifest) {

    private static final int MAX_ENTRIES = 5_000;
    private static final long MAX_UNPACKED_BYTES = 200L * 1024 * 1024;
    private static final int MAX_SIGNATURE_FILE_BYTES = 4 * 1024 * 1024;

    private static final String META_INF = "META-INF/";
    private static final Set<String> BLOCKS = Set.of("RSA", "DSA", "EC");

    /**
     * Unpacks every entry once.
     *
     * @throws ZipException when it is no jar, is broken, or goes beyond a limit
     * @throws SuspectJar when it is signed and not what was signed
     */
    static ZipInventory of(Path jar) throws IOException, SuspectJar {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            if (zip.size() > MAX_ENTRIES) {
                throw new ZipException("more than " + MAX_ENTRIES + " entries");
            }
            List<? extends ZipEntry> entries = Collections.list(zip.entries());
            checkNames(entries);
            boolean signed = entries.stream().anyMatch(entry -> isSignatureFile(entry.getName()));
            try {
                return unpacked(zip, entries);
            } catch (BrokenEntry broken) {
                if (signed) {
                    throw new SuspectJar(Standing.ALTERED, SignatureWords.altered(broken.entry));
                }
                throw broken;
            }
        } catch (EOFException truncated) {
            throw malformed("it ends too early", truncated);
        } catch (IllegalArgumentException unreadable) {
            throw malformed("unreadable entry name", unreadable);
        }
    }

    boolean isSigned() {
        return !signatureFiles.isEmpty();
    }

    private static void checkNames(List<? extends ZipEntry> entries) throws SuspectJar {
        Set<String> seen = new HashSet<>();
        for (ZipEntry entry : entries) {
            String name = entry.getName();
            // The JDK looks for the manifest and the signature files without regard to case.
            boolean special = isBelowMetaInf(name);
            if (!seen.add(special ? name.toUpperCase(Locale.ROOT) : name)) {
                throw new SuspectJar(Standing.ALTERED, SignatureWords.doubled(name));
            }
            if (special && !name.startsWith(META_INF)) {
                throw new SuspectJar(Standing.EXTENDED, SignatureWords.extended(name));
            }
        }
    }

    private static ZipInventory unpacked(ZipFile zip, List<? extends ZipEntry> entries) throws IOException, SuspectJar {
        Set<String> files = new LinkedHashSet<>();
        Map<String, byte[]> signatureFiles = new TreeMap<>();
        byte[] manifest = null;
        long left = MAX_UNPACKED_BYTES;
        for (ZipEntry entry : entries) {
            String name = entry.getName();
            boolean isManifest = name.equalsIgnoreCase(JarFile.MANIFEST_NAME);
            boolean isSignature = isSignatureFile(name);
            ByteArrayOutputStream kept = isManifest || isSignature ? new ByteArrayOutputStream() : null;
            long length = unpack(zip, entry, left, kept);
            left -= length;
            if (isManifest) {
                manifest = kept.toByteArray();
            } else if (isSignature) {
                signatureFiles.put(name, kept.toByteArray());
            } else if (!entry.isDirectory()) {
                files.add(name);
            } else if (length > 0) {
                // A folder is not signed; one with content would be content that nobody signed.
                throw new SuspectJar(Standing.EXTENDED, SignatureWords.extended(name));
            }
        }
        return new ZipInventory(
                Collections.unmodifiableSet(files),
                Collections.unmodifiableMap(signatureFiles),
                Optional.ofNullable(manifest),
                manifest == null ? Optional.empty() : Optional.of(parsed(manifest, JarFile.MANIFEST_NAME)));
    }

    /** Counts what comes out, not what the entry claims. */
    private static long unpack(ZipFile zip, ZipEntry entry, long left, ByteArrayOutputStream kept) throws IOException {
        long length = 0;
        CRC32 crc = new CRC32();
        byte[] buffer = new byte[8192];
        try (InputStream in = zip.getInputStream(entry)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                length += count;
                if (length > left) {
                    throw new ZipException("unpacks to more than " + MAX_UNPACKED_BYTES / 1024 / 1024 + " MB");
                }
                crc.update(buffer, 0, count);
                if (kept != null) {
                    if (length > MAX_SIGNATURE_FILE_BYTES) {
                        throw new ZipException("its manifest or signature is too large");
                    }
                    kept.write(buffer, 0, count);
                }
            }
        } catch (EOFException broken) {
            throw new BrokenEntry(entry.getName(), broken);
        } catch (ZipException broken) {
            if (length > left || kept != null && length > MAX_SIGNATURE_FILE_BYTES) {
                throw broken;
            }
            throw new BrokenEntry(entry.getName(), broken);
        }
        if (length != entry.getSize() || crc.getValue() != entry.getCrc()) {
            throw new BrokenEntry(entry.getName(), null);
        }
        return length;
    }

    /** Reads a manifest or a signature file, which is written like one. */
    static Manifest parsed(byte[] bytes, String name) throws ZipException {
        try {
            return new Manifest(new ByteArrayInputStream(bytes));
        } catch (IOException | IllegalArgumentException malformed) {
            throw malformed("malformed " + name, malformed);
        }
    }

    private static boolean isBelowMetaInf(String name) {
        return name.regionMatches(true, 0, META_INF, 0, META_INF.length());
    }

    /** What the JDK takes for a part of a signature: directly in META-INF, by its ending. */
    private static boolean isSignatureFile(String name) {
        if (!isBelowMetaInf(name) || name.indexOf('/', META_INF.length()) >= 0) {
            return false;
        }
        String ending = ending(name);
        return ending.equals("SF") || BLOCKS.contains(ending);
    }

    static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
    }

    private static ZipException malformed(String message, Exception cause) {
        ZipException malformed = new ZipException(message);
        malformed.initCause(cause);
        return malformed;
    }

    /** An entry's content is not what the archive's directory says. */
    private static final class BrokenEntry extends ZipException {

        private static final long serialVersionUID = 1L;

        private final String entry;

        private BrokenEntry(String entry, Exception cause) {
            super("broken entry " + entry + (cause == null ? "" : ": " + cause.getMessage()));
            this.entry = entry;
            initCause(cause);
        }
    }
}
