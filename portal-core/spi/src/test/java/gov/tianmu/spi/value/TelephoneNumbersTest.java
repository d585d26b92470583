package gov.tianmu.spi.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelephoneNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800138000",
                "138 0013 8000",
                "138-0013-8000",
                "+86 13800138000",
                "+86-138-0013-8000",
                "008613800138000",
                "１３８００１３８０００",
                "\u202d13800138000\u202c"
            })
    void readsAMobileNumberHoweverItIsPasted(String text) {
        assertEquals("13800138000", MobileNumber.parse(text).orElseThrow().value());
    }

    @ParameterizedTest
    @CsvSource({
        "1380013800, mobile.length",
        "138001380000, mobile.length",
        "'', mobile.length",
        "12800138000, mobile.prefix",
        "23800138000, mobile.prefix",
        "1380013800o, mobile.character"
    })
    void namesWhatIsWrongWithAMobileNumber(String text, String code) {
        assertEquals(code, MobileNumber.check(text).orElseThrow().code());
        assertEquals(Optional.empty(), MobileNumber.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "0571-89541368, 0571-89541368",
        "89541368, 89541368",
        "057189541368, 0571-89541368",
        "0571 8954 1368, 0571-89541368",
        "（0571）89541368, 0571-89541368",
        "+86 571 89541368, 0571-89541368",
        "+86-0571-89541368, 0571-89541368",
        "0571－89541368, 0571-89541368",
        "0571—89541368, 0571-89541368",
        "0571-89541368-802, 0571-89541368-802",
        "0571-89541368转802, 0571-89541368-802",
        "057189541368转802, 0571-89541368-802",
        "0571-89541368 ext. 802, 0571-89541368-802",
        "010-12345678, 010-12345678",
        "02112345678, 021-12345678",
        "0570-3012345, 0570-3012345",
        "4001234567, 400-123-4567",
        "400-123-4567, 400-123-4567",
        "8001234567, 800-123-4567",
        "138 0013 8000, 13800138000"
    })
    void readsATelephoneNumberIntoOneForm(String text, String canonical) {
        Telephone telephone = Telephone.parse(text).orElseThrow();
        assertEquals(canonical, telephone.value());
        assertEquals(telephone, new Telephone(canonical));
    }

    @ParameterizedTest
    @CsvSource({
        "'', telephone.form",
        "无, telephone.form",
        "0571-89541368/89541369, telephone.form",
        "0571-89541368-1234567, telephone.form",
        "12345, telephone.number-length",
        "0571-895413, telephone.number-length",
        "0571-895413681, telephone.number-length",
        "099-89541368, telephone.area-code",
        "1380013800, telephone.number-length"
    })
    void namesWhatIsWrongWithATelephoneNumber(String text, String code) {
        assertEquals(code, Telephone.check(text).orElseThrow().code());
        assertEquals(Optional.empty(), Telephone.parse(text));
    }

    @Test
    void hidesPartOfANumberWhereTextIsMadeByAccident() {
        assertEquals("138****8000", "" + new MobileNumber("13800138000"));
        assertEquals("0571-8954****", "" + new Telephone("0571-89541368-802"));
        assertEquals("8954****", "" + new Telephone("89541368"));
        assertEquals("138****8000", "" + new Telephone("13800138000"));
    }

    @Test
    void constructorsTakeCanonicalTextOnly() {
        assertThrows(IllegalArgumentException.class, () -> new MobileNumber("138 0013 8000"));
        assertThrows(IllegalArgumentException.class, () -> new Telephone("057189541368"));
    }
}
