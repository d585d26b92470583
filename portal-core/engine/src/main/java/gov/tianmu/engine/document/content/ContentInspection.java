package gov.tianmu.engine.document.content;

import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/**
 * Finds a file's real type in two looks: its first bytes as they come in, and, for the office formats, which all begin
 * alike, its inner directory once it is all there. The name has no say; it only must not contradict.
 */
final class ContentInspection {

    /** How much of a file the first look needs. */
    static final int HEAD_BYTES = 64 * 1024;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    private static final byte[] DOS_PROGRAM = {'M', 'Z'};
    private static final byte[] SCRIPT = {'#', '!'};

    private static final MimeTypes MAGIC = MimeTypes.getDefaultMimeTypes();

    /** Programs and scripts that are known by their first bytes, besides those that begin MZ or #!. */
    private static final Set<String> EXECUTABLE_TYPES = Set.of(
            "application/x-msdownload",
            "application/x-dosexec",
            "application/x-executable",
            "application/x-elf",
            "application/x-sharedlib",
            "application/x-object",
            "application/x-mach-o",
            "application/x-mach-o-executable",
            "application/x-mach-o-universal",
            "application/java-vm",
            "application/x-bat",
            "application/x-sh",
            "application/x-ms-shortcut",
            "text/x-python",
            "text/x-perl");

    private final ContentLimits limits;
    private final String extension;
    private final MediaType seen;
    private final byte[] head;

    /**
     * @param head the file's first bytes, all of them where it is shorter than {@link #HEAD_BYTES}
     * @param name what the sender calls the file
     */
    ContentInspection(byte[] head, FileName name, ContentLimits limits) {
        this.head = head;
        this.extension = name.extension();
        this.limits = limits;
        this.seen = typeByMagic(head);
    }

    private static MediaType typeByMagic(byte[] head) {
        try {
            return MAGIC.detect(new ByteArrayInputStream(head), new Metadata()).getBaseType();
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory failed", e);
        }
    }

    /** What the first bytes already refuse, so that the rest need not be read. */
    Optional<Refusal> refusalAtFirstSight() {
        if (isExecutable()) {
            return Optional.of(ContentRefusal.executable());
        }
        if (isContainer() && limits.groups().contains(ContentGroup.OFFICE)) {
            return Optional.empty();
        }
        return byFirstBytes().reason();
    }

    /** The type, with the whole file at hand. */
    Outcome<ContentType> whole(SeekableByteChannel file) {
        if (startsWith(ZIP)) {
            return insideZip(file);
        }
        if (startsWith(OLE)) {
            return insideOle(file);
        }
        return byFirstBytes();
    }

    private Outcome<ContentType> insideZip(SeekableByteChannel file) {
        List<String> names;
        try {
            names = ZipDirectory.namesIn(file).stream()
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .toList();
        } catch (IOException damaged) {
            return Outcome.refused(ContentRefusal.damaged());
        }
        if (!names.contains("[content_types].xml")) {
            return notAllowed();
        }
        if (names.stream().anyMatch(name -> name.endsWith("vbaproject.bin"))) {
            return Outcome.refused(ContentRefusal.typeNotAllowed("application/vnd.ms-office.macroenabled", limits));
        }
        if (hasPart(names, "word/document")) {
            return accepted(ContentType.DOCX);
        }
        if (hasPart(names, "xl/workbook")) {
            return accepted(ContentType.XLSX);
        }
        return hasPart(names, "ppt/presentation") ? accepted(ContentType.PPTX) : notAllowed();
    }

    /** Main parts may carry a number: word/document2.xml. */
    private static boolean hasPart(List<String> names, String stem) {
        return names.stream().anyMatch(name -> name.startsWith(stem) && name.endsWith(".xml"));
    }

    private Outcome<ContentType> insideOle(SeekableByteChannel file) {
        Set<String> names;
        try {
            names = OleDirectory.namesIn(file);
        } catch (IOException damaged) {
            return Outcome.refused(ContentRefusal.damaged());
        }
        if (names.contains("EncryptedPackage")) {
            return Outcome.refused(ContentRefusal.passwordProtected());
        }
        if (names.contains("WordDocument")) {
            return accepted(ContentType.DOC);
        }
        if (names.contains("PowerPoint Document")) {
            return accepted(ContentType.PPT);
        }
        return names.contains("Workbook") || names.contains("Book") ? accepted(ContentType.XLS) : notAllowed();
    }

    private Outcome<ContentType> byFirstBytes() {
        for (ContentType type : List.of(ContentType.PDF, ContentType.JPEG, ContentType.PNG)) {
            if (type.mediaType().equals(seen.toString())) {
                return accepted(type);
            }
        }
        return notAllowed();
    }

    private Outcome<ContentType> accepted(ContentType type) {
        if (!limits.groups().contains(type.group())) {
            return Outcome.refused(ContentRefusal.typeNotAllowed(type.mediaType(), limits));
        }
        return extension.isEmpty() || type.goesWith(extension)
                ? Outcome.done(type)
                : Outcome.refused(ContentRefusal.misnamed(extension, type));
    }

    private Outcome<ContentType> notAllowed() {
        return Outcome.refused(ContentRefusal.typeNotAllowed(seen.toString(), limits));
    }

    private boolean isContainer() {
        return startsWith(ZIP) || startsWith(OLE);
    }

    private boolean isExecutable() {
        return startsWith(DOS_PROGRAM) || startsWith(SCRIPT) || EXECUTABLE_TYPES.contains(seen.toString());
    }

    private boolean startsWith(byte[] magic) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }
}
