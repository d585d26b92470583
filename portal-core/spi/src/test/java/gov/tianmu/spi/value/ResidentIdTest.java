package gov.tianmu.spi.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResidentIdTest {

    /** The first is the worked example of GB 11643-1999; the others run through every check character. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010519491231002X",
                "330185197503151204",
                "330185197503151212",
                "330185197503151220",
                "330185197503151239",
                "330185197503151247",
                "330185197503151255",
                "330185197503151263",
                "330185197503151271",
                "33018519750315128X",
                "330185197503151298",
                "330185198002290024"
            })
    void acceptsNumbersWhoseCheckCharacterAgrees(String number) {
        assertEquals(Optional.empty(), ResidentId.check(number));
        assertEquals(number, ResidentId.parse(number).orElseThrow().value());
    }

    @Test
    void tellsBirthDateAndSex() {
        ResidentId man = ResidentId.parse("330185197503151212").orElseThrow();
        ResidentId woman = ResidentId.parse("11010519491231002X").orElseThrow();
        assertEquals(LocalDate.of(1975, 3, 15), man.birthDate());
        assertEquals(Sex.MALE, man.sex());
        assertEquals(LocalDate.of(1949, 12, 31), woman.birthDate());
        assertEquals(Sex.FEMALE, woman.sex());
    }

    @Test
    void putsRightWhatPastingDoesToANumber() {
        assertEquals(
                "11010519491231002X", ResidentId.parse("１１０１０５ 19491231\u00a0002ｘ").orElseThrow().value());
    }

    @Test
    void saysThatOneCharacterIsMissing() {
        Malformed problem = ResidentId.check("33018519750315121").orElseThrow();
        assertEquals("resident-id.length", problem.code());
        assertEquals(Map.of("expected", 18, "actual", 17, "missing", 1, "surplus", 0), problem.args());
    }

    @ParameterizedTest
    @CsvSource({
        "330185197503151213, resident-id.check-digit",
        "330185197503151122, resident-id.check-digit",
        "330185197502301212, resident-id.birth-date",
        "330185197513151212, resident-id.birth-date",
        "330185190002290012, resident-id.birth-date",
        "440524188001010014, resident-id.birth-date",
        "990185197503151212, resident-id.region",
        "000185197503151212, resident-id.region",
        "33018519750315X212, resident-id.character",
        "33018519750315121A, resident-id.character",
        "'', resident-id.length"
    })
    void namesWhatIsWrong(String number, String code) {
        assertEquals(code, ResidentId.check(number).orElseThrow().code());
        assertEquals(Optional.empty(), ResidentId.parse(number));
    }

    @Test
    void refusesSomebodyNotBornYet() {
        String bornIn2030 = "330185203001011218";
        LocalDate dayBefore = LocalDate.of(2029, 12, 31);
        assertEquals(
                "resident-id.birth-date-future",
                ResidentId.check(bornIn2030, dayBefore).orElseThrow().code());
        assertTrue(ResidentId.parse(bornIn2030, dayBefore).isEmpty());
        assertTrue(ResidentId.parse(bornIn2030, LocalDate.of(2030, 1, 1)).isPresent());
    }

    @Test
    void showsOnlyTheMaskedFormWhereTextIsMadeByAccident() {
        ResidentId id = new ResidentId("330185197503151212");
        assertEquals("330185********1212", id.masked());
        assertFalse(("" + id).contains("19750315"));
    }

    @Test
    void noProblemCarriesTheNumber() {
        String wrong = "330185197503151213";
        assertFalse(ResidentId.check(wrong).orElseThrow().toString().contains(wrong));
        IllegalArgumentException fault = assertThrows(IllegalArgumentException.class, () -> new ResidentId(wrong));
        assertFalse(fault.getMessage().contains(wrong));
    }
}
