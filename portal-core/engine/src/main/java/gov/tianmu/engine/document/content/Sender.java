package gov.tianmu.engine.document.content;

import java.io.IOException;
import java.io.InputStream;

/**
 * An upload's stream, telling apart the two ends it can come to: the sender went away, which is a refusal, or the store
 * failed, which is a fault. It also counts.
 */
final class Sender {

    private final InputStream stream;
    private long received;
    private boolean gone;

    Sender(InputStream stream) {
        this.stream = stream;
    }

    /** Fills the buffer as far as the upload goes; 0 at its end, and when the sender went away. */
    int readInto(byte[] buffer) {
        try {
            int count = stream.readNBytes(buffer, 0, buffer.length);
            received += count;
            return count;
        } catch (IOException cutOff) {
            gone = true;
            return 0;
        }
    }

    boolean isGone() {
        return gone;
    }

    long received() {
        return received;
    }
}
