package gov.tianmu.engine.modules.trust;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gov.tianmu.engine.modules.trust.SignatureFinding.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the portal signs with its own key it then believes. */
class ModuleSignerTest {

    private static TestKeys keys;
    private static TestKeys others;

    @TempDir
    private static Path keyFolder;

    @TempDir
    private Path folder;

    private Path jar;
    private Path password;

    @BeforeAll
    static void makeKeys() {
        keys = new TestKeys(keyFolder.resolve("keys.p12")).make("module-signing");
        others = new TestKeys(keyFolder.resolve("rsa.p12")).make("another", "-keyalg", "RSA", "-keysize", "2048");
    }

    @BeforeEach
    void makeJar() throws IOException {
        jar = JarFiles.bundle(folder.resolve("a.jar"));
        password = Files.writeString(keyFolder.resolve("password"), TestKeys.PASSWORD + "\n");
    }

    private SignatureFinding examined(TestKeys trusted, String alias) throws IOException {
        return ModuleTrust.by(trusted.trustFile(keyFolder.resolve("trust.pem"), alias), false)
                .examine(jar);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void signsAJarInItsPlace() throws IOException {
        new ModuleSigner(keys.file(), password).sign(jar);
        SignatureFinding finding = examined(keys, "module-signing");
        assertEquals(Standing.TRUSTED, finding.standing(), finding::toString);
        assertEquals(List.of("a.jar"), names());
    }

    @Test
    void signsAgainWithAnotherKindOfKey() throws IOException {
        new ModuleSigner(others.file(), password).sign(jar);
        new ModuleSigner(keys.file(), password).sign(jar);
        SignatureFinding finding = examined(keys, "module-signing");
        assertEquals(Standing.TRUSTED, finding.standing(), finding::toString);
    }

    @Test
    void leavesTheJarAsItWasWhereItCannotSign() throws IOException {
        byte[] before = Files.readAllBytes(jar);
        Files.writeString(password, "another-password");
        IOException refused = assertThrows(
                IOException.class, () -> new ModuleSigner(keys.file(), password).sign(jar));
        assertFalse(refused.getMessage().contains("another-password"), refused.getMessage());
        assertThrows(
                IOException.class,
                () -> new ModuleSigner(folder.resolve("none.p12"), password).sign(jar));
        assertArrayEquals(before, Files.readAllBytes(jar));
        assertEquals(List.of("a.jar"), names());
    }

    @Test
    void refusesWhatIsNoJar() throws IOException {
        Files.writeString(jar, "no jar");
        assertThrows(IOException.class, () -> new ModuleSigner(keys.file(), password).sign(jar));
        assertEquals("no jar", Files.readString(jar));
        assertEquals(List.of("a.jar"), names());
    }

    @Test
    void namesItsFilesAsTheScriptDoes() throws IOException {
        new ModuleSigner(keys.file(), password).sign(jar);
        try (ZipFile signed = new ZipFile(jar.toFile())) {
            assertNotNull(signed.getEntry("META-INF/TIANMU.SF"));
            assertNotNull(signed.getEntry("META-INF/TIANMU.EC"));
        }
    }
}
