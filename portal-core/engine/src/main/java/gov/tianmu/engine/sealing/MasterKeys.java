package gov.tianmu.engine.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import gov.tianmu.engine.home.NewFile;
import gov.tianmu.engine.home.PortalHome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.stream.Stream;

/**
 * The keys of this home, in {@code PORTAL_HOME/keys}: {@code master.key} for small values, {@code documents.key} for
 * documents. Both are Tink key sets: each key in them has an id, one is the primary that seals, the others still open
 * what they once sealed, so a key is changed by adding one.
 *
 * <p>Made at the first use in a new home, readable by their owner only. They are never made anew where documents or the
 * other key set show that there were keys before: that would hide a loss until somebody needs a document. Whoever backs
 * up the home backs up {@code keys}, apart from the rest.
 */
@ApplicationScoped
public class MasterKeys {

    private static final String VALUES = "master.key";
    private static final String DOCUMENTS = "documents.key";
    private static final int KEY_BYTES = 32;
    private static final int SEGMENT_BYTES = 64 * 1024;

    private final PortalHome home;
    private Aead values;
    private StreamingAead documents;

    @Inject
    public MasterKeys(PortalHome home) {
        this.home = home;
    }

    /** For the container's proxy only. */
    protected MasterKeys() {
        this(null);
    }

    /** Seals small values: AES-256-GCM with a random nonce. */
    public synchronized Aead values() {
        unlock();
        return values;
    }

    /** Seals streams: AES-256-GCM in segments of 64 KiB under a key derived afresh for each stream. */
    public synchronized StreamingAead documents() {
        unlock();
        return documents;
    }

    private void unlock() {
        if (documents != null) {
            return;
        }
        try {
            AeadConfig.register();
            StreamingAeadConfig.register();
            Path folder = home.folder("keys");
            NewFile.createFolder(folder);
            synchronized (MasterKeys.class) {
                createWhereNew(folder);
            }
            values = read(folder.resolve(VALUES)).getPrimitive(RegistryConfiguration.get(), Aead.class);
            documents = read(folder.resolve(DOCUMENTS)).getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The keys in " + home.folder("keys") + " cannot be used", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The keys in " + home.folder("keys") + " cannot be read or made", e);
        }
    }

    private void createWhereNew(Path folder) throws IOException, GeneralSecurityException {
        // Two servers may share a home and start at once: the lock lets one make the keys and the other find them.
        // Within one Java machine a file lock is refused rather than waited for, hence the monitor around this.
        try (FileChannel channel = FileChannel.open(
                        folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            boolean hasValues = Files.exists(folder.resolve(VALUES));
            boolean hasDocuments = Files.exists(folder.resolve(DOCUMENTS));
            if (hasValues && hasDocuments) {
                return;
            }
            if (hasDocuments || holdsDocuments()) {
                throw new IllegalStateException("A key is missing from " + folder
                        + ", but this home has documents: put the key back from its backup");
            }
            // In this order: a crash between the two leaves the state that the next start goes on from.
            if (!hasValues) {
                create(folder.resolve(VALUES), PredefinedAeadParameters.AES256_GCM);
            }
            create(folder.resolve(DOCUMENTS), documentParameters());
        }
    }

    private boolean holdsDocuments() throws IOException {
        Path documentFolder = home.folder("documents");
        if (!Files.isDirectory(documentFolder)) {
            return false;
        }
        // A first upload may have begun its file before it asks for the key.
        Path beginnings = documentFolder.resolve("incoming");
        try (Stream<Path> found = Files.walk(documentFolder)) {
            return found.anyMatch(file -> Files.isRegularFile(file) && !file.startsWith(beginnings));
        }
    }

    private static Parameters documentParameters() throws GeneralSecurityException {
        return AesGcmHkdfStreamingParameters.builder()
                .setKeySizeBytes(KEY_BYTES)
                .setDerivedAesGcmKeySizeBytes(KEY_BYTES)
                .setHkdfHashType(AesGcmHkdfStreamingParameters.HashType.SHA256)
                .setCiphertextSegmentSizeBytes(SEGMENT_BYTES)
                .build();
    }

    private static void create(Path file, Parameters parameters) throws IOException, GeneralSecurityException {
        String keys = TinkJsonProtoKeysetFormat.serializeKeyset(
                KeysetHandle.generateNew(parameters), InsecureSecretKeyAccess.get());
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        Files.deleteIfExists(temporary);
        try (NewFile made = NewFile.beginAt(temporary);
                OutputStream content = made.content()) {
            content.write(keys.getBytes(StandardCharsets.UTF_8));
            made.keepAs(file);
        }
    }

    private static KeysetHandle read(Path file) throws IOException, GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
    }
}
