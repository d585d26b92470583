package gov.tianmu.engine.document.content;

import gov.tianmu.engine.home.NewFile;
import gov.tianmu.engine.home.PortalHome;
import gov.tianmu.engine.sealing.SealedStream;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps content on the local disk, in {@code PORTAL_HOME/documents}. A file is written to {@code incoming} and moved to
 * its place, a folder named by its key's first two digits, once it is whole, checked and on the disk. A crash in
 * between leaves a remainder in {@code incoming} that a later start clears away.
 */
@ApplicationScoped
public class LocalContentStore implements ContentStore {

    private static final Logger LOG = System.getLogger(LocalContentStore.class.getName());
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{32}");
    private static final int KEY_BYTES = 16;
    private static final int BUFFER_BYTES = 64 * 1024;
    /** Longer than any upload takes, since another server of this home may be writing. */
    private static final Duration ABANDONED_AFTER = Duration.ofDays(1);

    private final PortalHome home;
    private final SealedStream sealing;
    private final SecureRandom random = new SecureRandom();

    @Inject
    public LocalContentStore(PortalHome home, SealedStream sealing) {
        this.home = home;
        this.sealing = sealing;
    }

    /** For the container's proxy only. */
    protected LocalContentStore() {
        this(null, null);
    }

    /** Removes what a crash left behind. Only warns when it cannot: an absent disk may be back for the first upload. */
    @PostConstruct
    void clearAbandoned() {
        try (NewFile justNow = NewFile.beginAt(incoming().resolve(newKey()));
                Stream<Path> found = Files.list(incoming())) {
            Instant limit = lastChange(justNow.temporary()).minus(ABANDONED_AFTER);
            for (Path file : found.toList()) {
                if (lastChange(file).isBefore(limit)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Remainders of broken uploads could not be cleared away", e);
        }
    }

    /** By the disk's own clock, which need not be the machine's. */
    private static Instant lastChange(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toInstant();
    }

    @Override
    public Outcome<StoredContent> put(InputStream content, String declaredName, ContentLimits limits)
            throws IOException {
        Sender sender = new Sender(content);
        byte[] buffer = new byte[BUFFER_BYTES];
        int count = sender.readInto(buffer);
        if (sender.isGone()) {
            return Outcome.refused(ContentRefusal.cutOff());
        }
        if (count == 0) {
            return Outcome.refused(ContentRefusal.empty());
        }
        FileName name = FileName.of(declaredName);
        byte[] head = Arrays.copyOf(buffer, Math.min(count, ContentInspection.HEAD_BYTES));
        ContentInspection inspection = new ContentInspection(head, name, limits);
        Optional<Refusal> atFirstSight = inspection.refusalAtFirstSight();
        if (atFirstSight.isPresent()) {
            return Outcome.refused(atFirstSight.get());
        }
        String key = newKey();
        try (NewFile file = NewFile.beginAt(incoming().resolve(key))) {
            MessageDigest sha256 = sha256();
            Optional<Refusal> whileReading = copy(sender, buffer, count, file, key, sha256, limits);
            if (whileReading.isPresent()) {
                return Outcome.refused(whileReading.get());
            }
            Outcome<ContentType> type;
            try (SeekableByteChannel whole = openForRanges(file.temporary(), key)) {
                type = inspection.whole(whole);
            }
            if (!type.isDone()) {
                return type.map(none -> null);
            }
            Path place = place(key);
            NewFile.createFolder(place.getParent());
            file.keepAs(place);
            return type.map(real -> new StoredContent(
                    key,
                    sender.received(),
                    HexFormat.of().formatHex(sha256.digest()),
                    real.mediaType(),
                    name.withExtensionOf(real).value()));
        }
    }

    private Optional<Refusal> copy(
            Sender sender,
            byte[] buffer,
            int firstCount,
            NewFile file,
            String key,
            MessageDigest sha256,
            ContentLimits limits)
            throws IOException {
        try (OutputStream sealed = sealing.sealInto(file.content(), seal(key))) {
            for (int count = firstCount; count > 0; count = sender.readInto(buffer)) {
                if (sender.received() > limits.maxBytes()) {
                    return Optional.of(ContentRefusal.tooLarge(limits.maxBytes()));
                }
                sha256.update(buffer, 0, count);
                sealed.write(buffer, 0, count);
            }
        }
        return sender.isGone() ? Optional.of(ContentRefusal.cutOff()) : Optional.empty();
    }

    @Override
    public InputStream open(String key) throws IOException {
        InputStream sealed = Files.newInputStream(existingPlace(key));
        try {
            return sealing.open(sealed, seal(key));
        } catch (IOException | RuntimeException e) {
            sealed.close();
            throw e;
        }
    }

    @Override
    public SeekableByteChannel openForRanges(String key) throws IOException {
        return openForRanges(existingPlace(key), key);
    }

    private SeekableByteChannel openForRanges(Path file, String key) throws IOException {
        FileChannel sealed = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return sealing.open(sealed, seal(key));
        } catch (IOException | RuntimeException e) {
            sealed.close();
            throw e;
        }
    }

    @Override
    public boolean exists(String key) {
        return KEY.matcher(key).matches() && Files.isRegularFile(place(key));
    }

    @Override
    public boolean delete(String key) throws IOException {
        return KEY.matcher(key).matches() && Files.deleteIfExists(place(key));
    }

    @Override
    public void checkWritable() throws IOException {
        try (NewFile probe = NewFile.beginAt(incoming().resolve(newKey()));
                OutputStream content = sealing.sealInto(probe.content(), "probe")) {
            content.write(0);
        }
    }

    private Path incoming() throws IOException {
        Path folder = home.folder("documents").resolve("incoming");
        NewFile.createFolder(folder);
        return folder;
    }

    private Path existingPlace(String key) throws IOException {
        if (!exists(key)) {
            throw new NoSuchFileException(key);
        }
        return place(key);
    }

    private Path place(String key) {
        return home.folder("documents").resolve(key.substring(0, 2)).resolve(key);
    }

    /** What the content is bound to: a file copied over another's does not open there. */
    private static String seal(String key) {
        return "document:" + key;
    }

    private String newKey() {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return HexFormat.of().formatHex(key);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
