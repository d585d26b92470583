package gov.tianmu.engine.document.content;

import java.io.InputStream;
import java.util.Arrays;

/** A stream of so many zeros that knows how many were taken. */
final class CountedZeros extends InputStream {

    private final long total;
    private long given;

    CountedZeros(long total) {
        this.total = total;
    }

    @Override
    public int read() {
        if (given == total) {
            return -1;
        }
        given++;
        return 0;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (given == total) {
            return -1;
        }
        int count = (int) Math.min(length, total - given);
        Arrays.fill(buffer, offset, offset + count, (byte) 0);
        given += count;
        return count;
    }

    long given() {
        return given;
    }
}
