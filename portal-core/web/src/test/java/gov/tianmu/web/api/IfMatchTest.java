package gov.tianmu.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class IfMatchTest {

    @Test
    void anETagComesBackAsTheVersionItWasMadeOf() {
        assertEquals(OptionalLong.of(17), IfMatch.of(IfMatch.tag(17)));
    }

    @Test
    void aTagThatCompressionMarkedAsWeakStillNamesItsVersion() {
        assertEquals(OptionalLong.of(17), IfMatch.of("W/\"17\""));
    }

    @Test
    void aStarOrNothingMeansWhateverVersionThereIs() {
        assertEquals(OptionalLong.empty(), IfMatch.of("*"));
        assertEquals(OptionalLong.empty(), IfMatch.of(null));
    }

    @Test
    void whatIsNoTagOfOursIsRefused() {
        for (String tag : new String[] {"17", "\"seventeen\"", "\"1\", \"2\"", "\"-1\"", "\"9999999999999999999\""}) {
            RequestRefusedException refused =
                    assertThrows(RequestRefusedException.class, () -> IfMatch.of(tag), () -> tag);
            assertEquals("api.if-match", refused.refusal().code());
        }
    }

    @Test
    void anEditNeedsOne() {
        RequestRefusedException refused = assertThrows(RequestRefusedException.class, () -> IfMatch.needed(" "));
        assertEquals(428, refused.status());
    }
}
