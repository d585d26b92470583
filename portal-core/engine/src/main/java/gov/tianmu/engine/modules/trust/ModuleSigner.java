package gov.tianmu.engine.modules.trust;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStore.PasswordProtection;
import java.security.KeyStore.PrivateKeyEntry;
import java.util.Arrays;
import java.util.Collections;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;
import jdk.security.jarsigner.JarSignerException;

/**
 * Signs modules with the portal's own key: the notices that officers make in it. Makes what the JDK's {@code jarsigner}
 * makes, by the class behind it. The key is read at each signing, so that a new one counts without a restart; its
 * password is in no message and no log. Thread-safe for different jars.
 */
public final class ModuleSigner {

    /** The name of the signature's files in the jar; scripts/sign-module uses it too, so that one replaces the other. */
    private static final String SIGNATURE = "TIANMU";

    private final Path keys;
    private final Path passwordFile;

    /**
     * @param keys a PKCS #12 file with one key in it
     * @param passwordFile a file that holds its password and nothing else
     */
    public ModuleSigner(Path keys, Path passwordFile) {
        this.keys = keys;
        this.passwordFile = passwordFile;
    }

    /**
     * Signs a jar in its place. Either the jar is signed when this returns, or it is as it was.
     *
     * @throws IOException when there is no key, its password is wrong, the jar is none or it cannot be written
     */
    public void sign(Path jar) throws IOException {
        JarSigner signer = signer();
        Path signed = Files.createTempFile(jar.toAbsolutePath().getParent(), ".signing-", ".tmp");
        try {
            try (ZipFile unsigned = new ZipFile(jar.toFile());
                    OutputStream out = Files.newOutputStream(signed)) {
                signer.sign(unsigned, out);
            }
            Files.move(signed, jar, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (JarSignerException | IllegalArgumentException failed) {
            throw new IOException(jar.getFileName() + " cannot be signed: " + failed.getMessage(), failed);
        } finally {
            Files.deleteIfExists(signed);
        }
    }

    private JarSigner signer() throws IOException {
        char[] password = Files.readString(passwordFile, StandardCharsets.UTF_8).strip().toCharArray();
        try (InputStream in = Files.newInputStream(keys)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            for (String alias : Collections.list(store.aliases())) {
                if (store.getEntry(alias, protection(store, alias, password)) instanceof PrivateKeyEntry key) {
                    return new JarSigner.Builder(key)
                            .digestAlgorithm("SHA-256")
                            .signerName(SIGNATURE)
                            .build();
                }
            }
            throw new IOException("there is no key in " + keys);
        } catch (GeneralSecurityException unusable) {
            throw new IOException("the key in " + keys + " cannot be used: " + unusable.getMessage(), unusable);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /** A certificate that lies beside the key has no password. */
    private static PasswordProtection protection(KeyStore store, String alias, char[] password)
            throws GeneralSecurityException {
        return store.isKeyEntry(alias) ? new PasswordProtection(password) : null;
    }
}
