package gov.tianmu.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class DispositionTest {

    @Test
    void aChineseNameTravelsEncodedWithAnAsciiOneBesideIt() {
        assertEquals(
                "inline; filename=\"__ 1.pdf\"; filename*=UTF-8''%E6%89%A7%E7%85%A7%201.pdf",
                Disposition.of("inline", "执照 1.pdf"));
    }

    @Test
    void nothingInANameEndsTheHeaderOrItsQuotes() {
        String header = Disposition.of("attachment", "a\"b\\c%d\r\ne;f.pdf");
        assertEquals(
                "attachment; filename=\"a_b_c_d__e;f.pdf\"; filename*=UTF-8''a%22b%5Cc%25d%0D%0Ae%3Bf.pdf", header);
        assertFalse(header.contains("\r") || header.contains("\n"));
    }
}
