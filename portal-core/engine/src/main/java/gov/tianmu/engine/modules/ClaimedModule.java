package gov.tianmu.engine.modules;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/**
 * What a jar that was refused says of itself in its manifest. Nobody vouches for it: it tells a person which of several
 * files it is, and nothing is looked up or decided by it.
 *
 * @param name the bundle's symbolic name, well formed
 * @param version the bundle's version; empty when it names none, or none that is well formed
 */
public record ClaimedModule(String name, String version) {

    private static final int MAX_MANIFEST_BYTES = 4 * 1024 * 1024;
    private static final int LONGEST_VERSION = 60;

    public ClaimedModule {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
    }

    /** Unpacks nothing but the manifest; empty where that cannot be read or names no module. */
    static Optional<ClaimedModule> of(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry manifest = zip.getEntry(JarFile.MANIFEST_NAME);
            return manifest == null ? Optional.empty() : of(read(zip, manifest).getMainAttributes());
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** Counts what comes out, not what the entry claims: a small file can unpack to a large one. */
    private static Manifest read(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] content = in.readNBytes(MAX_MANIFEST_BYTES + 1);
            if (content.length > MAX_MANIFEST_BYTES) {
                throw new IOException("the manifest is too large");
            }
            return new Manifest(new ByteArrayInputStream(content));
        }
    }

    private static Optional<ClaimedModule> of(Attributes headers) {
        return Optional.ofNullable(headers.getValue(Constants.BUNDLE_SYMBOLICNAME))
                .map(ModuleCandidate::symbolicName)
                .filter(ModuleCandidate::isWellFormed)
                .map(name -> new ClaimedModule(name, version(headers.getValue(Constants.BUNDLE_VERSION))));
    }

    private static String version(String header) {
        if (header == null || header.length() > LONGEST_VERSION) {
            return "";
        }
        try {
            return Version.parseVersion(header).toString();
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
