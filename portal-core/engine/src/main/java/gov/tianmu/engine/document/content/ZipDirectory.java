package gov.tianmu.engine.document.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;

/**
 * The names in a ZIP file's central directory (APPNOTE 6.3, sections 4.3.12 and 4.3.16). The JDK reads ZIP only from an
 * open disk file or by inflating every entry, which a small file can make very long; this reads the list at the end.
 */
final class ZipDirectory {

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int END_SIZE = 22;
    private static final int ENTRY_SIZE = 46;
    private static final int LONGEST_COMMENT = 0xFFFF;
    /** Far more than any office file has; a bound on what one upload may hold in memory. */
    private static final long LONGEST_DIRECTORY = 4L * 1024 * 1024;

    private ZipDirectory() {}

    /** The entries' names, with forward slashes. Throws {@link ZipException} where the file is cut short or damaged. */
    static List<String> namesIn(SeekableByteChannel file) throws IOException {
        ByteBuffer end = findEnd(file);
        long size = Integer.toUnsignedLong(end.getInt(end.position() + 12));
        long offset = Integer.toUnsignedLong(end.getInt(end.position() + 16));
        if (size > LONGEST_DIRECTORY || offset + size > file.size()) {
            throw new ZipException("A central directory that does not fit");
        }
        ByteBuffer directory = read(file, offset, (int) size);
        List<String> names = new ArrayList<>();
        while (directory.remaining() >= ENTRY_SIZE) {
            int start = directory.position();
            int nameLength = Short.toUnsignedInt(directory.getShort(start + 28));
            int extraLength = Short.toUnsignedInt(directory.getShort(start + 30));
            int commentLength = Short.toUnsignedInt(directory.getShort(start + 32));
            int next = start + ENTRY_SIZE + nameLength + extraLength + commentLength;
            if (directory.getInt(start) != ENTRY_SIGNATURE || next > directory.limit()) {
                throw new ZipException("A broken central directory");
            }
            byte[] name = new byte[nameLength];
            directory.get(start + ENTRY_SIZE, name);
            names.add(new String(name, StandardCharsets.UTF_8).replace('\\', '/'));
            directory.position(next);
        }
        return names;
    }

    private static ByteBuffer findEnd(SeekableByteChannel file) throws IOException {
        int length = (int) Math.min(file.size(), END_SIZE + LONGEST_COMMENT);
        ByteBuffer tail = read(file, file.size() - length, length);
        for (int position = length - END_SIZE; position >= 0; position--) {
            if (tail.getInt(position) == END_SIGNATURE) {
                tail.position(position);
                return tail;
            }
        }
        throw new ZipException("No end of a central directory");
    }

    private static ByteBuffer read(SeekableByteChannel file, long offset, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        file.position(offset);
        while (bytes.hasRemaining()) {
            if (file.read(bytes) < 0) {
                throw new ZipException("The file ends too early");
            }
        }
        return bytes.flip();
    }
}
