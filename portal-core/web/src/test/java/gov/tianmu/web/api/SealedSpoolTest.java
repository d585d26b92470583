package gov.tianmu.web.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SealedSpoolTest {

    @Test
    void whatIsSetAsideComesBackAsItWas() throws IOException {
        byte[] content = "身份证正面".repeat(50_000).getBytes(StandardCharsets.UTF_8);
        try (SealedSpool spool = SealedSpool.of(new ByteArrayInputStream(content), content.length);
                InputStream back = spool.open()) {
            assertArrayEquals(content, back.readAllBytes());
        }
    }

    @Test
    void noMoreThanOneByteOverTheLimitIsSetAside() throws IOException {
        try (SealedSpool spool = SealedSpool.of(new ByteArrayInputStream(new byte[300_000]), 100_000);
                InputStream back = spool.open()) {
            assertEquals(100_001, back.readAllBytes().length);
        }
    }
}
