package gov.tianmu.engine.modules.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Signs modules with the portal's own key: the notices that officers make in it.
 *
 * <p>Runs the {@code jarsigner} of the JDK that the portal runs on, since the class behind it is not one that a web
 * application is promised to see. The password goes by file; it is in no argument, no message and no log. Thread-safe for
 * different jars.
 */
public final class ModuleSigner {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(60);
    private static final int LONGEST_MESSAGE = 2_000;

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
     * @throws IOException when there is no key, its password is wrong, or signing fails or takes over a minute
     */
    public void sign(Path jar) throws IOException {
        Path folder = jar.toAbsolutePath().getParent();
        String alias = alias();
        Path words = Files.createTempFile("jarsigner-", ".log");
        Path signed = null;
        try {
            signed = Files.createTempFile(folder, ".signing-", ".tmp");
            run(command(jar.toAbsolutePath(), signed, alias), words);
            Files.move(signed, jar, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(words);
            if (signed != null) {
                Files.deleteIfExists(signed);
            }
        }
    }

    private List<String> command(Path jar, Path signed, String alias) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "jarsigner").toString(),
                "-J-Duser.language=en",
                "-keystore",
                keys.toString(),
                "-storetype",
                "PKCS12",
                "-storepass:file",
                passwordFile.toString(),
                "-digestalg",
                "SHA-256",
                "-sigfile",
                "TIANMU",
                "-signedjar",
                signed.toString(),
                jar.toString(),
                alias);
    }

    private static void run(List<String> command, Path words) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(words.toFile())
                .start();
        try {
            // It may ask for a password that the file does not have; nobody answers.
            process.getOutputStream().close();
            if (!process.waitFor(TIME_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("signing took longer than " + TIME_LIMIT.toSeconds() + " s");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while signing", stopping);
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new IOException("jarsigner ended with " + process.exitValue() + ": " + said(words));
        }
    }

    private static String said(Path words) throws IOException {
        String said = new String(Files.readAllBytes(words), Charset.defaultCharset()).strip();
        return said.length() <= LONGEST_MESSAGE ? said : said.substring(0, LONGEST_MESSAGE) + "…";
    }

    /** The name of the one key. Asked first, because jarsigner says little where the file or the password is wrong. */
    private String alias() throws IOException {
        char[] password = Files.readString(passwordFile, StandardCharsets.UTF_8).strip().toCharArray();
        try (InputStream in = Files.newInputStream(keys)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)) {
                    return alias;
                }
            }
            throw new IOException("there is no key in " + keys);
        } catch (GeneralSecurityException unusable) {
            throw new IOException("the key in " + keys + " cannot be used: " + unusable.getMessage(), unusable);
        } finally {
            Arrays.fill(password, '\0');
        }
    }
}
