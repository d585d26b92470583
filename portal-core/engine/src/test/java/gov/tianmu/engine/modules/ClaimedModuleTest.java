package gov.tianmu.engine.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gov.tianmu.testing.ModuleJar;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimedModuleTest {

    @TempDir
    private Path home;

    @Test
    void aModuleIsCalledAsItsManifestSays() {
        assertEquals(claim("test.sample", "1.2.0.beta"), claimed(TestModule.program("sample", "1.2.0.beta", "名称")));
        assertEquals(
                claim("test.sample", "1.2.0"),
                claimed(TestModule.program("sample", "1.2", "名称")
                        .header("Bundle-SymbolicName", "test.sample; singleton:=true")));
    }

    @Test
    void aVersionThatIsNoneIsLeftOut() {
        for (String version : new String[] {null, "latest", "1.0.0." + "x".repeat(60)}) {
            assertEquals(
                    claim("test.sample", ""),
                    claimed(TestModule.program("sample", "1.0.0", "名称").header("Bundle-Version", version)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "", "<b>test.sample</b>", "test.sample（可信）", "test\u202e.sample", "../sample"})
    void aNameThatIsNoneClaimsNothing(String name) {
        assertEquals(
                Optional.empty(),
                claimed(TestModule.program("sample", "1.0.0", "名称").header("Bundle-SymbolicName", name)));
    }

    @Test
    void whatCannotBeReadClaimsNothing() throws IOException {
        assertEquals(Optional.empty(), ClaimedModule.of(home.resolve("absent.jar")));
        assertEquals(Optional.empty(), ClaimedModule.of(home));
        assertEquals(
                Optional.empty(), ClaimedModule.of(Files.writeString(home.resolve("text.jar"), "no jar at all")));
        assertEquals(Optional.empty(), ClaimedModule.of(withManifest("no header at all\n")));
    }

    /** Five megabytes of one letter are a few kilobytes in a jar. */
    @Test
    void aManifestThatUnpacksToTooMuchIsNotReadToItsEnd() throws IOException {
        String main = "Manifest-Version: 1.0\nBundle-SymbolicName: test.sample\n\n";
        String section = "Name: a\nX: " + "x".repeat(60) + "\n\n";
        assertEquals(claim("test.sample", ""), ClaimedModule.of(withManifest(main + section)));

        Path bomb = withManifest(main + section.repeat(5 * 1024 * 1024 / section.length()));

        assertEquals(Optional.empty(), ClaimedModule.of(bomb));
    }

    private Optional<ClaimedModule> claimed(ModuleJar module) {
        return ClaimedModule.of(module.drop(home, "sample.jar"));
    }

    private static Optional<ClaimedModule> claim(String name, String version) {
        return Optional.of(new ClaimedModule(name, version));
    }

    private Path withManifest(String manifest) throws IOException {
        Path jar = home.resolve("manifest.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry(JarFile.MANIFEST_NAME));
            zip.write(manifest.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return jar;
    }
}
