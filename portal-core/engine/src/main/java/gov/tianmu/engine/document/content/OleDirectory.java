package gov.tianmu.engine.document.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The names at the top level of an OLE2 compound file, by which the old office formats are told apart ([MS-CFB] 2.2 to
 * 2.6). Only the top level counts: a presentation may hold a whole workbook further down.
 */
final class OleDirectory {

    private static final int HEADER_SIZE = 512;
    private static final int FAT_SECTORS_IN_HEADER = 109;
    private static final int ENTRY_SIZE = 128;
    private static final int END_OF_CHAIN = -2;
    private static final int NO_ENTRY = -1;
    /** A bound on the work a hostile file can cause; ten times what an office file with many embedded objects has. */
    private static final int MOST_DIRECTORY_SECTORS = 4096;

    private final SeekableByteChannel file;
    private final ByteBuffer header;
    private final int sectorSize;

    private OleDirectory(SeekableByteChannel file) throws IOException {
        this.file = file;
        this.header = read(0, HEADER_SIZE);
        int sectorShift = header.getShort(30);
        if (sectorShift != 9 && sectorShift != 12) {
            throw new IOException("A compound file with sectors of no known size");
        }
        this.sectorSize = 1 << sectorShift;
    }

    /** The names of the storages and streams at the top. Throws {@link IOException} where the file is damaged. */
    static Set<String> namesIn(SeekableByteChannel file) throws IOException {
        return new OleDirectory(file).topLevelNames();
    }

    private record Entry(String name, int left, int right, int child) {}

    private Set<String> topLevelNames() throws IOException {
        List<Entry> entries = entries();
        if (entries.isEmpty()) {
            throw new IOException("A compound file without a directory");
        }
        Set<String> names = new HashSet<>();
        Set<Integer> seen = new HashSet<>();
        Deque<Integer> toVisit = new ArrayDeque<>();
        toVisit.push(entries.get(0).child());
        while (!toVisit.isEmpty()) {
            int id = toVisit.pop();
            if (id == NO_ENTRY || !seen.add(id)) {
                continue;
            }
            if (id < 0 || id >= entries.size()) {
                throw new IOException("A compound file with a broken directory");
            }
            Entry entry = entries.get(id);
            names.add(entry.name());
            toVisit.push(entry.left());
            toVisit.push(entry.right());
        }
        return names;
    }

    private List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        Set<Integer> passed = new HashSet<>();
        int sector = header.getInt(48);
        while (sector != END_OF_CHAIN) {
            if (!passed.add(sector) || passed.size() > MOST_DIRECTORY_SECTORS) {
                throw new IOException("A compound file whose directory does not end");
            }
            ByteBuffer bytes = readSector(sector);
            for (int start = 0; start < sectorSize; start += ENTRY_SIZE) {
                entries.add(entryAt(bytes, start));
            }
            sector = sectorAfter(sector);
        }
        return entries;
    }

    private static Entry entryAt(ByteBuffer bytes, int start) {
        int nameBytes = Math.max(0, Math.min(64, Short.toUnsignedInt(bytes.getShort(start + 64))) - 2);
        byte[] name = new byte[nameBytes];
        bytes.get(start, name);
        return new Entry(
                new String(name, StandardCharsets.UTF_16LE),
                bytes.getInt(start + 68),
                bytes.getInt(start + 72),
                bytes.getInt(start + 76));
    }

    private int sectorAfter(int sector) throws IOException {
        int entriesPerSector = sectorSize / Integer.BYTES;
        return readSector(fatSector(sector / entriesPerSector)).getInt(sector % entriesPerSector * Integer.BYTES);
    }

    /** Which sector holds this part of the allocation table: the first 109 stand in the header, the rest in a chain. */
    private int fatSector(int index) throws IOException {
        if (index < FAT_SECTORS_IN_HEADER) {
            return header.getInt(76 + index * Integer.BYTES);
        }
        int perSector = sectorSize / Integer.BYTES - 1;
        int rest = index - FAT_SECTORS_IN_HEADER;
        int sector = header.getInt(68);
        for (; rest >= perSector; rest -= perSector) {
            sector = readSector(sector).getInt(perSector * Integer.BYTES);
        }
        return readSector(sector).getInt(rest * Integer.BYTES);
    }

    private ByteBuffer readSector(int sector) throws IOException {
        if (sector < 0 || (sector + 1L) * sectorSize >= file.size()) {
            throw new IOException("A compound file with a broken chain");
        }
        return read((sector + 1L) * sectorSize, sectorSize);
    }

    private ByteBuffer read(long offset, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        file.position(offset);
        while (bytes.hasRemaining()) {
            if (file.read(bytes) < 0) {
                throw new IOException("The compound file ends too early");
            }
        }
        return bytes.flip();
    }
}
