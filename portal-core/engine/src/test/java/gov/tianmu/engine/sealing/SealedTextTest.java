package gov.tianmu.engine.sealing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gov.tianmu.engine.home.PortalHome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedTextTest {

    private static final String PLAIN = "{\"leader-id\":\"330185197503151212\"}";
    private static final String PLACE = "answers:LA-2023-0001";

    @TempDir
    Path home;

    private SealedText sealing;

    @BeforeEach
    void prepare() {
        sealing = new SealedText(new MasterKeys(PortalHome.at(home)));
    }

    @Test
    void opensWhatItSealed() {
        assertEquals(PLAIN, sealing.openText(sealing.seal(PLAIN, PLACE), PLACE));
        assertEquals("", sealing.openText(sealing.seal("", PLACE), PLACE));
    }

    @Test
    void showsNothingOfTheTextAndNeverTheSameBytesTwice() {
        byte[] sealed = sealing.seal(PLAIN, PLACE);
        assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains("330185"));
        assertFalse(Arrays.equals(sealed, sealing.seal(PLAIN, PLACE)));
        assertEquals(PLAIN.length() + 33, sealed.length);
    }

    @Test
    void doesNotOpenInAnotherPlace() {
        byte[] sealed = sealing.seal(PLAIN, PLACE);
        assertThrows(BrokenSealException.class, () -> sealing.open(sealed, "answers:LA-2023-0002"));
    }

    @Test
    void doesNotOpenWithAnyByteChanged() {
        byte[] sealed = sealing.seal(PLAIN, PLACE);
        for (int index = 0; index < sealed.length; index++) {
            byte[] tampered = sealed.clone();
            tampered[index] ^= 1;
            assertThrows(BrokenSealException.class, () -> sealing.open(tampered, PLACE), "byte " + index);
        }
    }

    @Test
    void doesNotOpenCutShort() {
        byte[] sealed = sealing.seal(PLAIN, PLACE);
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThrows(BrokenSealException.class, () -> sealing.open(cut, PLACE));
        }
    }

    @Test
    void doesNotOpenWithTheKeysOfAnotherHome(@TempDir Path otherHome) {
        byte[] sealed = sealing.seal(PLAIN, PLACE);
        SealedText other = new SealedText(new MasterKeys(PortalHome.at(otherHome)));
        assertThrows(BrokenSealException.class, () -> other.open(sealed, PLACE));
    }

    @Test
    void saysNothingOfTheContentWhenItDoesNotOpen() {
        byte[] sealed = sealing.seal(PLAIN, PLACE);
        BrokenSealException fault =
                assertThrows(BrokenSealException.class, () -> sealing.open(sealed, "answers:LA-2023-0002"));
        assertFalse(fault.getMessage().contains("330185"));
    }
}
