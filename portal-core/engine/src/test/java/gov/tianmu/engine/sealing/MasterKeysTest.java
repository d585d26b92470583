package gov.tianmu.engine.sealing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import gov.tianmu.engine.home.PortalHome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeysTest {

    private static final byte[] PLAIN = "答".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path home;

    @Test
    void makesKeysThatOnlyTheirOwnerReads() throws Exception {
        keys().values();
        for (String name : List.of("master.key", "documents.key")) {
            assertEquals(
                    PosixFilePermissions.fromString("rw-------"),
                    Files.getPosixFilePermissions(home.resolve("keys").resolve(name)));
        }
        assertEquals(
                PosixFilePermissions.fromString("rwx------"), Files.getPosixFilePermissions(home.resolve("keys")));
        try (Stream<Path> files = Files.list(home.resolve("keys"))) {
            assertFalse(files.anyMatch(file -> file.toString().endsWith(".tmp")));
        }
    }

    @Test
    void openAfterARestartWhatWasSealedBefore() {
        byte[] sealed = new SealedText(keys()).seal(PLAIN, "answers:1");
        assertArrayEquals(PLAIN, new SealedText(keys()).open(sealed, "answers:1"));
    }

    @Test
    void openWithAnOlderKeyWhatItSealedAndSealWithTheNewOne() throws Exception {
        byte[] sealedBefore = new SealedText(keys()).seal(PLAIN, "answers:1");
        Path file = home.resolve("keys/master.key");
        KeysetHandle old = TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
        KeysetHandle rotated = KeysetHandle.newBuilder(old)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build();
        Files.writeString(
                file, TinkJsonProtoKeysetFormat.serializeKeyset(rotated, InsecureSecretKeyAccess.get()));

        SealedText after = new SealedText(keys());
        assertArrayEquals(PLAIN, after.open(sealedBefore, "answers:1"));
        byte[] sealedAfter = after.seal(PLAIN, "answers:1");
        assertFalse(
                Arrays.equals(keyId(sealedBefore), keyId(sealedAfter)), "the new key has an id of its own");
    }

    @Test
    void refuseToStartWithoutTheKeyOfExistingDocuments() throws Exception {
        Files.createDirectories(home.resolve("documents/ab"));
        Files.writeString(home.resolve("documents/ab/abcd"), "sealed once");
        IllegalStateException fault = assertThrows(IllegalStateException.class, () -> keys().values());
        assertTrue(fault.getMessage().contains("backup"));
        assertFalse(Files.exists(home.resolve("keys/master.key")));
    }

    @Test
    void refuseToReplaceALostKeyBesideOneThatIsLeft() throws Exception {
        keys().values();
        Files.delete(home.resolve("keys/master.key"));
        assertThrows(IllegalStateException.class, () -> keys().values());
        assertFalse(Files.exists(home.resolve("keys/master.key")));
    }

    @Test
    void refuseAKeyFileThatIsNoKeySet() throws Exception {
        keys().values();
        Files.writeString(home.resolve("keys/master.key"), "{}");
        assertThrows(IllegalStateException.class, () -> keys().values());
    }

    @Test
    void areMadeOnceWhenSeveralStartTogether() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<byte[]>> starts = IntStream.range(0, 4)
                    .<Callable<byte[]>>mapToObj(i -> () -> new SealedText(keys()).seal(PLAIN, "answers:1"))
                    .toList();
            for (Future<byte[]> sealed : threads.invokeAll(starts)) {
                assertArrayEquals(PLAIN, new SealedText(keys()).open(sealed.get(), "answers:1"));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static byte[] keyId(byte[] sealed) {
        return Arrays.copyOfRange(sealed, 1, 5);
    }

    private MasterKeys keys() {
        return new MasterKeys(PortalHome.at(home));
    }
}
