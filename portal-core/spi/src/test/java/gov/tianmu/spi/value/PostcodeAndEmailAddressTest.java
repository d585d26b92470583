package gov.tianmu.spi.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostcodeAndEmailAddressTest {

    @Test
    void readsSixDigits() {
        assertEquals("311300", Postcode.parse(" ３１１３００ ").orElseThrow().value());
    }

    @ParameterizedTest
    @CsvSource({
        "31130, postcode.length",
        "3113000, postcode.length",
        "31130O, postcode.character",
        "'', postcode.length"
    })
    void namesWhatIsWrongWithAPostcode(String text, String code) {
        assertEquals(code, Postcode.check(text).orElseThrow().code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zhang.san@example.com",
                "10001@qq.com",
                "a+b_c-d@mail.lin-an.gov.cn",
                "x@163.com",
                "someone@xn--fiqs8s.xn--fiqs8s"
            })
    void acceptsAddressesOfDailyUse(String address) {
        assertEquals(address, EmailAddress.parse(address).orElseThrow().value());
    }

    @Test
    void putsRightWhatAChineseInputMethodDoes() {
        assertEquals("Zhang@example.com", EmailAddress.parse(" Zhang＠Example。com ").orElseThrow().value());
    }

    @ParameterizedTest
    @CsvSource({
        "'', email.form",
        "zhang, email.form",
        "@example.com, email.form",
        "zhang@, email.form",
        "a@b@example.com, email.form",
        "zhang san@example.com, email.local-part",
        ".zhang@example.com, email.local-part",
        "zhang..san@example.com, email.local-part",
        "张三@example.com, email.local-part",
        "zhang@example, email.domain",
        "zhang@example..com, email.domain",
        "zhang@-example.com, email.domain",
        "zhang@example.c, email.domain",
        "zhang@127.0.0.1, email.domain",
        "'a@example.com, b@example.com', email.form"
    })
    void namesWhatIsWrongWithAnAddress(String text, String code) {
        assertEquals(code, EmailAddress.check(text).orElseThrow().code());
        assertEquals(Optional.empty(), EmailAddress.parse(text));
    }

    @Test
    void refusesALineBreakThatWouldSmuggleAHeader() {
        assertTrue(EmailAddress.check("a@example.com\r\nBcc: b@example.com").isPresent());
        assertTrue(EmailAddress.check("a@example\r\n.com").isPresent());
    }

    @Test
    void holdsTo254Characters() {
        String domain = "d".repeat(63) + "." + "d".repeat(63) + "." + "d".repeat(57) + ".com";
        String longest = "z".repeat(254 - domain.length() - 1) + "@" + domain;
        assertEquals(254, longest.length());
        assertEquals(Optional.empty(), EmailAddress.check(longest));
        assertEquals("email.too-long", EmailAddress.check("z" + longest).orElseThrow().code());
    }

    @Test
    void hidesTheNameWhereTextIsMadeByAccident() {
        assertEquals("z***@example.com", "" + new EmailAddress("zhang@example.com"));
    }
}
