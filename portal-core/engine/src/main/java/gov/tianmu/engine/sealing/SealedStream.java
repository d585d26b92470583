package gov.tianmu.engine.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Seals content of any length as it streams by, in segments of 64 KiB (Tink's AES-GCM-HKDF streaming: a key derived for
 * each stream, the segment's number and whether it is the last in its nonce). A byte changed, a segment moved, an end
 * cut off or a stream put in another's place is detected while reading, before the bytes concerned are handed out.
 */
@ApplicationScoped
public class SealedStream {

    private final MasterKeys keys;

    @Inject
    public SealedStream(MasterKeys keys) {
        this.keys = keys;
    }

    /** For the container's proxy only. */
    protected SealedStream() {
        this(null);
    }

    /** Seals what is written into {@code sealed}. Closing writes the last segment and closes {@code sealed} too. */
    public OutputStream sealInto(OutputStream sealed, String place) throws IOException {
        try {
            return keys.documents().newEncryptingStream(sealed, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not seal a stream", e);
        }
    }

    /** Reads the plain content. Its reads throw {@link IOException} where the seal is broken. */
    public InputStream open(InputStream sealed, String place) throws IOException {
        try {
            return keys.documents().newDecryptingStream(sealed, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new BrokenSealException("The stream sealed for " + place + " does not open", e);
        }
    }

    /**
     * As {@link #open(InputStream, String)}, at any offset: only the segments asked for are read, so an end cut off
     * shows only to whom reads to the end. The plain size is known from the start.
     */
    public SeekableByteChannel open(SeekableByteChannel sealed, String place) throws IOException {
        try {
            SeekableByteChannel plain =
                    keys.documents().newSeekableDecryptingChannel(sealed, place.getBytes(StandardCharsets.UTF_8));
            // Tink finds the key, and with it the size, at the first read.
            plain.read(ByteBuffer.allocate(1));
            return plain.position(0);
        } catch (GeneralSecurityException e) {
            throw new BrokenSealException("The stream sealed for " + place + " does not open", e);
        }
    }
}
