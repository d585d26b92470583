package gov.tianmu.engine.modules.trust;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertPath;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;

/** A key store that keytool made in a test, with whatever keys the tests need. */
final class TestKeys {

    static final String PASSWORD = "of-a-test";

    /** A signature file has eight letters at most: some of the beginning, some of the end. */
    private static final Pattern SHORT_NAME = Pattern.compile("^(\\w{1,4}).*?(\\w{1,4})$");

    private final Path file;

    TestKeys(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** Makes a key pair; further options as keytool takes them. */
    TestKeys make(String alias, String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-alias",
                alias,
                "-dname",
                "CN=" + alias));
        if (!List.of(options).contains("-keyalg")) {
            command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
        }
        command.addAll(List.of(options));
        try {
            Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(keytool.getInputStream().readAllBytes());
            if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
                throw new IllegalStateException("keytool: " + said);
            }
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    X509Certificate certificate(String alias) {
        try {
            return (X509Certificate) store().getCertificate(alias);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Writes the certificates of these keys as the trust file holds them. */
    Path trustFile(Path target, String... aliases) {
        try {
            StringBuilder pem = new StringBuilder("The bureau's certificates.\n");
            for (String alias : aliases) {
                pem.append("-----BEGIN CERTIFICATE-----\n")
                        .append(Base64.getMimeEncoder()
                                .encodeToString(certificate(alias).getEncoded()))
                        .append("\n-----END CERTIFICATE-----\n");
            }
            return Files.writeString(target, pem);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Signs a jar in its place, as jarsigner does. */
    void sign(Path jar, String alias) {
        sign(jar, alias, signer -> signer.signerName(SHORT_NAME.matcher(alias).replaceAll("$1$2")));
    }

    void sign(Path jar, String alias, UnaryOperator<JarSigner.Builder> how) {
        Path signed = jar.resolveSibling(jar.getFileName() + ".signed");
        try {
            KeyStore store = store();
            CertPath chain = CertificateFactory.getInstance("X.509")
                    .generateCertPath(Arrays.asList(store.getCertificateChain(alias)));
            PrivateKey key = (PrivateKey) store.getKey(alias, PASSWORD.toCharArray());
            JarSigner signer = how.apply(new JarSigner.Builder(key, chain)).build();
            try (ZipFile in = new ZipFile(jar.toFile());
                    OutputStream out = Files.newOutputStream(signed)) {
                signer.sign(in, out);
            }
            Files.move(signed, jar, StandardCopyOption.REPLACE_EXISTING);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private KeyStore store() {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            return store;
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
