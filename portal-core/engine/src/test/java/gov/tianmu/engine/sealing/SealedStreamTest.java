package gov.tianmu.engine.sealing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gov.tianmu.engine.home.PortalHome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedStreamTest {

    private static final String PLACE = "document:0123456789abcdef0123456789abcdef";
    private static final int SEGMENT = 64 * 1024;

    @TempDir
    Path home;

    private SealedStream sealing;

    @BeforeEach
    void prepare() {
        sealing = new SealedStream(new MasterKeys(PortalHome.at(home)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, SEGMENT - 17, SEGMENT - 16, SEGMENT, SEGMENT + 1, 3 * SEGMENT + 5, 1_000_000})
    void opensWhatItSealedAtAnyLength(int length) throws IOException {
        byte[] plain = content(length);
        assertArrayEquals(plain, open(seal(plain)));
    }

    @Test
    void readsFromTheMiddle() throws IOException {
        byte[] plain = content(500_000);
        Path file = home.resolve("sealed");
        Files.write(file, seal(plain));
        try (FileChannel sealed = FileChannel.open(file);
                SeekableByteChannel channel = sealing.open(sealed, PLACE)) {
            assertEquals(plain.length, channel.size());
            channel.position(300_000);
            ByteBuffer part = ByteBuffer.allocate(70_000);
            while (part.hasRemaining() && channel.read(part) >= 0) {
                // A read hands out what one segment holds.
            }
            assertArrayEquals(Arrays.copyOfRange(plain, 300_000, 370_000), part.array());
        }
    }

    @Test
    void opensNothingInTheMiddleOfAnothersPlace() throws IOException {
        Path file = home.resolve("sealed");
        Files.write(file, seal(content(500_000)));
        try (FileChannel sealed = FileChannel.open(file)) {
            assertThrows(IOException.class, () -> sealing.open(sealed, "document:other"));
        }
    }

    @Test
    void findsAByteChangedInAnySegment() throws IOException {
        byte[] sealed = seal(content(3 * SEGMENT));
        for (int index = 0; index < sealed.length; index += 9973) {
            byte[] tampered = sealed.clone();
            tampered[index] ^= 0x40;
            assertThrows(IOException.class, () -> open(tampered), "byte " + index);
        }
    }

    @Test
    void findsAnEndCutOffEvenBetweenSegments() throws IOException {
        byte[] sealed = seal(content(3 * SEGMENT));
        for (int length : new int[] {0, 1, 40, SEGMENT - 1, SEGMENT, 2 * SEGMENT, sealed.length - 1}) {
            assertThrows(IOException.class, () -> open(Arrays.copyOf(sealed, length)), "cut to " + length);
        }
    }

    @Test
    void findsTwoSegmentsSwapped() throws IOException {
        byte[] sealed = seal(content(4 * SEGMENT));
        byte[] swapped = sealed.clone();
        System.arraycopy(sealed, SEGMENT, swapped, 2 * SEGMENT, SEGMENT);
        System.arraycopy(sealed, 2 * SEGMENT, swapped, SEGMENT, SEGMENT);
        assertThrows(IOException.class, () -> open(swapped));
    }

    @Test
    void findsBytesAddedAtTheEnd() throws IOException {
        byte[] sealed = seal(content(SEGMENT));
        assertThrows(IOException.class, () -> open(Arrays.copyOf(sealed, sealed.length + 1)));
    }

    @Test
    void doesNotOpenInAnothersPlace() throws IOException {
        byte[] sealed = seal(content(100));
        assertThrows(IOException.class, () -> {
            try (InputStream plain = sealing.open(new ByteArrayInputStream(sealed), "document:other")) {
                plain.readAllBytes();
            }
        });
    }

    private byte[] seal(byte[] plain) throws IOException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OutputStream out = sealing.sealInto(sealed, PLACE)) {
            out.write(plain);
        }
        return sealed.toByteArray();
    }

    private byte[] open(byte[] sealed) throws IOException {
        try (InputStream plain = sealing.open(new ByteArrayInputStream(sealed), PLACE)) {
            return plain.readAllBytes();
        }
    }

    private static byte[] content(int length) {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        return content;
    }
}
