package gov.tianmu.spi.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsccTest {

    /** The first is the worked example of GB 32100-2015 itself. */
    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "9133018571094213K7", "91330185MA2BN5UQ8J", "52330185MJ99999990"})
    void acceptsCodesWhoseCheckCharacterAgrees(String code) {
        assertEquals(Optional.empty(), Uscc.check(code));
        assertEquals(code, Uscc.parse(code).orElseThrow().value());
    }

    @Test
    void putsRightWhatPastingDoesToACode() {
        assertEquals("91350100M000100Y43", Uscc.parse(" ９１３５０１００ m000100y43\u200b\n").orElseThrow().value());
    }

    @Test
    void saysHowManyCharactersAreMissingOrTooMany() {
        assertEquals(
                Map.of("expected", 18, "actual", 17, "missing", 1, "surplus", 0),
                Uscc.check("91350100M000100Y4").orElseThrow().args());
        assertEquals(
                Map.of("expected", 18, "actual", 20, "missing", 0, "surplus", 2),
                Uscc.check("91350100M000100Y4300").orElseThrow().args());
        assertEquals("uscc.length", Uscc.check(null).orElseThrow().code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"I", "O", "S", "V", "Z", "-", "码"})
    void namesTheCharacterThatNoCodeHas(String stranger) {
        Malformed problem = Uscc.check("91350100M000100Y4" + stranger).orElseThrow();
        assertEquals("uscc.character", problem.code());
        assertEquals(Map.of("position", 18, "character", stranger), problem.args());
    }

    @Test
    void refusesAWrongCheckCharacter() {
        assertEquals("uscc.check-digit", Uscc.check("91350100M000100Y44").orElseThrow().code());
    }

    @Test
    void refusesTwoNeighboursSwapped() {
        assertEquals("uscc.check-digit", Uscc.check("91330185MA2BN5QU8J").orElseThrow().code());
    }

    @Test
    void refusesLettersInTheRegion() {
        assertEquals("uscc.region", Uscc.check("91350A00M000100Y43").orElseThrow().code());
    }

    @Test
    void itsConstructorTakesCanonicalTextOnly() {
        assertThrows(IllegalArgumentException.class, () -> new Uscc("91350100m000100y43"));
    }
}
