package gov.tianmu.engine.document.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.engine.home.PortalHome;
import gov.tianmu.engine.sealing.MasterKeys;
import gov.tianmu.engine.sealing.SealedStream;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalContentStoreTest {

    private static final long LIMIT = 2 * 1024 * 1024;
    private static final ContentLimits ANY = new ContentLimits(EnumSet.allOf(ContentGroup.class), LIMIT);

    @TempDir
    Path home;

    private LocalContentStore store;

    @BeforeEach
    void prepare() {
        store = new LocalContentStore(
                PortalHome.at(home), new SealedStream(new MasterKeys(PortalHome.at(home))));
    }

    @Test
    void keepsContentAndGivesItBack() throws Exception {
        byte[] pdf = SampleFiles.pdf();
        StoredContent stored = put(pdf, "营业执照.pdf").result().orElseThrow();
        assertEquals(pdf.length, stored.size());
        assertEquals("application/pdf", stored.mediaType());
        assertEquals("营业执照.pdf", stored.fileName());
        assertEquals(
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf)), stored.sha256());
        assertArrayEquals(pdf, read(stored.key()));
        assertTrue(store.exists(stored.key()));
    }

    @Test
    void leavesNothingReadableOnTheDisk() throws IOException {
        byte[] pdf = withSize(SampleFiles.pdf(), 200_000);
        String key = put(pdf, "a.pdf").result().orElseThrow().key();
        Path file = fileOf(key);
        String onDisk = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(onDisk.contains("%PDF"));
        assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(file));
        assertEquals(List.of(file), filesInHome());
    }

    @Test
    void readsAPartFromTheMiddle() throws IOException {
        byte[] pdf = withSize(SampleFiles.pdf(), 300_000);
        String key = put(pdf, "a.pdf").result().orElseThrow().key();
        try (SeekableByteChannel content = store.openForRanges(key)) {
            assertEquals(pdf.length, content.size());
            content.position(200_000);
            ByteBuffer part = ByteBuffer.allocate(100);
            content.read(part);
            assertArrayEquals(Arrays.copyOfRange(pdf, 200_000, 200_100), part.array());
        }
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        assertRefused("document.empty", put(new byte[0], "空.pdf"));
    }

    @Test
    void refusesAProgramThatCallsItselfAPdf() throws IOException {
        Refusal refusal = assertRefused("document.executable", put(SampleFiles.windowsProgram(), "执照.pdf"));
        assertEquals(Refusal.Kind.UNSUPPORTED_TYPE, refusal.kind());
    }

    @Test
    void refusesAFileOverTheLimitAndNamesTheLimit() throws IOException {
        byte[] exact = withSize(SampleFiles.pdf(), (int) LIMIT);
        assertTrue(put(exact, "a.pdf").isDone());
        clear();
        Refusal refusal = assertRefused("document.too-large", put(withSize(exact, (int) LIMIT + 1), "a.pdf"));
        assertEquals(Refusal.Kind.TOO_LARGE, refusal.kind());
        assertEquals(List.of("2"), refusal.args());
    }

    @Test
    void stopsReadingSoonAfterTheLimit() throws IOException {
        CountedZeros endless = new CountedZeros(Long.MAX_VALUE);
        InputStream upload = new SequenceInputStream(new ByteArrayInputStream(SampleFiles.pdf()), endless);
        assertRefused("document.too-large", store.put(upload, "a.pdf", ANY));
        assertTrue(endless.given() < LIMIT + 200_000, "read " + endless.given());
    }

    @Test
    void keepsNothingOfAnUploadThatIsCutOff() throws IOException {
        for (int length : new int[] {0, 10, 500_000}) {
            byte[] begun = withSize(SampleFiles.pdf(), Math.max(length, 700));
            InputStream cut = new SequenceInputStream(
                    new ByteArrayInputStream(begun, 0, length), new BrokenStream());
            assertRefused("document.cut-off", store.put(cut, "a.pdf", ANY));
        }
    }

    @Test
    void keepsNothingWhenTheSenderFailsInAnUnforeseenWay() throws IOException {
        InputStream failing = new SequenceInputStream(
                new ByteArrayInputStream(withSize(SampleFiles.pdf(), 100_000)), new InputStream() {
                    @Override
                    public int read() {
                        throw new IllegalStateException("the container gave up");
                    }
                });
        assertThrows(IllegalStateException.class, () -> store.put(failing, "a.pdf", ANY));
        assertEquals(List.of(), filesInHome());
    }

    @Test
    void findsAChangedByteWhileReading() throws IOException {
        String key = put(withSize(SampleFiles.pdf(), 200_000), "a.pdf").result().orElseThrow().key();
        byte[] sealed = Files.readAllBytes(fileOf(key));
        for (int index : new int[] {0, 20, 1000, 100_000, sealed.length - 1}) {
            byte[] tampered = sealed.clone();
            tampered[index] ^= 1;
            Files.write(fileOf(key), tampered);
            assertThrows(IOException.class, () -> read(key), "byte " + index);
        }
    }

    @Test
    void findsAFileCutShortWhileReading() throws IOException {
        String key = put(withSize(SampleFiles.pdf(), 200_000), "a.pdf").result().orElseThrow().key();
        byte[] sealed = Files.readAllBytes(fileOf(key));
        for (int length : new int[] {0, 100, 64 * 1024, 128 * 1024, sealed.length - 1}) {
            Files.write(fileOf(key), Arrays.copyOf(sealed, length));
            assertThrows(IOException.class, () -> read(key), "cut to " + length);
        }
    }

    @Test
    void findsOneDocumentPutInAnothersPlace() throws IOException {
        String one = put(SampleFiles.pdf(), "a.pdf").result().orElseThrow().key();
        String other = put(SampleFiles.image("png"), "b.png").result().orElseThrow().key();
        Files.write(fileOf(other), Files.readAllBytes(fileOf(one)));
        assertThrows(IOException.class, () -> read(other));
    }

    @Test
    void deletesOnceAndThenSaysThereIsNone() throws IOException {
        String key = put(SampleFiles.pdf(), "a.pdf").result().orElseThrow().key();
        assertTrue(store.delete(key));
        assertFalse(store.delete(key));
        assertFalse(store.exists(key));
        assertThrows(NoSuchFileException.class, () -> store.open(key));
    }

    @Test
    void takesNothingButAKeyForAKey() throws IOException {
        Files.writeString(home.resolve("secret"), "not a document");
        for (String key : List.of("../secret", "secret", "", "AB".repeat(16), "../../" + "a".repeat(26))) {
            assertFalse(store.exists(key));
            assertFalse(store.delete(key));
            assertThrows(NoSuchFileException.class, () -> store.open(key));
        }
        assertTrue(Files.exists(home.resolve("secret")));
    }

    @Test
    void clearsAwayWhatACrashLeftButNotWhatIsStillComing() throws IOException {
        store.checkWritable();
        Path incoming = home.resolve("documents/incoming");
        Path abandoned = Files.writeString(incoming.resolve("abandoned"), "half");
        Files.setLastModifiedTime(abandoned, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        Path coming = Files.writeString(incoming.resolve("coming"), "half");
        store.clearAbandoned();
        assertFalse(Files.exists(abandoned));
        assertTrue(Files.exists(coming));
    }

    @Test
    void tellsTheHealthCheckWhetherItCanWrite() throws IOException {
        store.checkWritable();
        assertEquals(List.of(), filesInHome());
        Files.delete(home.resolve("documents/incoming"));
        Files.writeString(home.resolve("documents/incoming"), "a file in the folder's place");
        assertThrows(IOException.class, () -> store.checkWritable());
    }

    @Test
    void streamsFiftyMegabytesThroughASmallHeap() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        FiftyMegabytes.class.getName(),
                        home.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        assertTrue(said.contains("read back " + FiftyMegabytes.SIZE), said);
    }

    private Outcome<StoredContent> put(byte[] content, String name) throws IOException {
        return store.put(new ByteArrayInputStream(content), name, ANY);
    }

    private Refusal assertRefused(String code, Outcome<StoredContent> outcome) throws IOException {
        Refusal refusal = outcome.reason().orElseThrow();
        assertEquals(code, refusal.code());
        assertEquals(List.of(), filesInHome(), "a refused upload leaves no file");
        return refusal;
    }

    private byte[] read(String key) throws IOException {
        try (InputStream content = store.open(key)) {
            return content.readAllBytes();
        }
    }

    private Path fileOf(String key) {
        return home.resolve("documents").resolve(key.substring(0, 2)).resolve(key);
    }

    private List<Path> filesInHome() throws IOException {
        if (!Files.exists(home.resolve("documents"))) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(home.resolve("documents"))) {
            return found.filter(Files::isRegularFile).toList();
        }
    }

    private void clear() throws IOException {
        for (Path file : filesInHome()) {
            Files.delete(file);
        }
    }

    /** The same beginning at another length, filled with noise. */
    private static byte[] withSize(byte[] content, int size) {
        byte[] sized = new byte[size];
        new Random(size).nextBytes(sized);
        System.arraycopy(content, 0, sized, 0, Math.min(content.length, size));
        return sized;
    }

    private static final class BrokenStream extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("connection reset");
        }
    }
}
