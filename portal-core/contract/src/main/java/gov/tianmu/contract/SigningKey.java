package gov.tianmu.contract;

import gov.tianmu.engine.modules.trust.ModuleSigner;
import gov.tianmu.engine.modules.trust.ModuleTrust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A signer made for one test, and a portal's trust in nobody else. Needs the {@code keytool} of the JDK. */
final class SigningKey {

    private static final String PASSWORD = "contract";

    private final Path keys;
    private final Path password;
    private final Path certificate;

    SigningKey(Path folder) throws IOException {
        keys = folder.resolve("signer.p12");
        password = Files.writeString(folder.resolve("signer.password"), PASSWORD);
        certificate = folder.resolve("signer.pem");
        keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=contract", "-validity", "2");
        keytool("-exportcert", "-rfc", "-file", certificate.toString());
    }

    void sign(Path jar) throws IOException {
        new ModuleSigner(keys, password).sign(jar);
    }

    ModuleTrust trust() {
        return ModuleTrust.by(certificate, false);
    }

    private void keytool(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-alias", "contract", "-keystore", keys.toString(), "-storetype", "PKCS12"));
        command.addAll(List.of("-storepass", PASSWORD));
        Process process =
                new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException("keytool: " + said);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stopping);
        }
    }
}
