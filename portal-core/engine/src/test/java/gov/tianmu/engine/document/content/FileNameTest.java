package gov.tianmu.engine.document.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "营业执照（副本）.pdf, 营业执照（副本）.pdf",
        "C:\\Users\\张三\\执照.pdf, 执照.pdf",
        "../../etc/passwd, passwd",
        "a/b/执照.pdf, 执照.pdf",
        "...hidden.pdf, hidden.pdf",
        "'a<b>c:d|e?f*g\"h.pdf', a_b_c_d_e_f_g_h.pdf",
        "'  two   blanks.pdf  ', two blanks.pdf",
        "䶮𠮷.pdf, 䶮𠮷.pdf"
    })
    void keepsWhatIsAName(String declared, String clean) {
        assertEquals(clean, FileName.of(declared).value());
    }

    @Test
    void takesOutWhatCannotBeSeen() {
        assertEquals("codfdp.exe", FileName.of("cod\u202efdp.exe").value());
        assertEquals("ab.pdf", FileName.of("a\u0000b\u200b\u2066.pdf").value());
        assertEquals("a b.pdf", FileName.of("a\r\nb.pdf").value());
        assertEquals("ab.pdf", FileName.of("a\ud800b.pdf").value());
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"...", "/", " ", "folder/", "\u202e"})
    void hasANameWhereNothingIsLeft(String declared) {
        assertEquals("document", FileName.of(declared).value());
    }

    @Test
    void holdsTo255BytesWithoutCuttingACharacterOrTheExtension() {
        for (String character : new String[] {"证", "𠮷", "é", "a"}) {
            for (int padding = 0; padding < 4; padding++) {
                String name = FileName.of("x".repeat(padding) + character.repeat(300) + ".pdf").value();
                int bytes = name.getBytes(StandardCharsets.UTF_8).length;
                assertTrue(bytes <= 255 && bytes > 255 - 4, "is " + bytes);
                assertTrue(name.endsWith(character + ".pdf"));
                assertFalse(name.contains("\ufffd"));
            }
        }
    }

    @Test
    void knowsItsExtensionInLowerCase() {
        assertEquals("pdf", FileName.of("A.PDF").extension());
        assertEquals("exe", FileName.of("a.pdf.exe").extension());
        assertEquals("", FileName.of("照片").extension());
        assertEquals("", FileName.of("临人社发〔2023〕26号. 附件一及附件二的扫描件").extension());
    }

    @Test
    void takesAnExtensionOnlyWhereItHasNone() {
        assertEquals("照片.png", FileName.of("照片").withExtensionOf(ContentType.PNG).value());
        assertEquals("照片.jpeg", FileName.of("照片.jpeg").withExtensionOf(ContentType.JPEG).value());
        String longest = FileName.of("证".repeat(85)).withExtensionOf(ContentType.PNG).value();
        assertEquals(83 * 3 + 4, longest.getBytes(StandardCharsets.UTF_8).length);
    }
}
