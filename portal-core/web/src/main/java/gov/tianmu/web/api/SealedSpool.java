package gov.tianmu.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.CipherOutputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sets a part of an upload aside until the parts after it tell where it belongs. It lies on disk under a key that only
 * this object knows, and is gone when it is closed; what a crash leaves behind nobody can read.
 */
final class SealedSpool implements AutoCloseable {

    private static final int BLOCK = 16;

    private final Path file;
    private final byte[] key = new byte[2 * BLOCK];
    private final byte[] start = new byte[BLOCK];

    private SealedSpool(Path file) {
        this.file = file;
        SecureRandom random = new SecureRandom();
        random.nextBytes(key);
        random.nextBytes(start);
    }

    /** Reads the content, but no more than one byte over the limit. */
    static SealedSpool of(InputStream content, long limit) throws IOException {
        SealedSpool spool = new SealedSpool(Files.createTempFile("upload", ".sealed"));
        try (OutputStream out =
                new CipherOutputStream(Files.newOutputStream(spool.file), spool.cipher(Cipher.ENCRYPT_MODE))) {
            byte[] buffer = new byte[64 * 1024];
            long left = limit + 1;
            int count;
            while (left > 0 && (count = content.read(buffer, 0, (int) Math.min(buffer.length, left))) >= 0) {
                out.write(buffer, 0, count);
                left -= count;
            }
        } catch (IOException | RuntimeException broken) {
            spool.close();
            throw broken;
        }
        return spool;
    }

    InputStream open() throws IOException {
        return new CipherInputStream(Files.newInputStream(file), cipher(Cipher.DECRYPT_MODE));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }

    // Nothing but this object reads the file, so nothing is gained by authenticating it.
    private Cipher cipher(int mode) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(start));
            return cipher;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
