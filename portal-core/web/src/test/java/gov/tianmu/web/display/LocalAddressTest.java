package gov.tianmu.web.display;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/notices", "/rosters/studio-recognition?q=%E5%8F%B6&page=2"})
    void aPathOfThePortalStaysAsItIs(String address) {
        assertEquals(address, LocalAddress.of(address));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "notices",
                "//evil.example/x",
                "/\\evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "/x\r\nSet-Cookie: a=b"
            })
    void whateverCouldLeadElsewhereBecomesTheHomePage(String address) {
        assertEquals("/", LocalAddress.of(address));
    }

    @Test
    void anAddressWithABlankBecomesTheHomePage() {
        assertEquals("/", LocalAddress.of("/a b"));
    }
}
