package gov.tianmu.web.api;

import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.Refusal.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;

/**
 * A multipart/form-data upload, read as it comes: the fields {@code requirement} and {@code row} and one file, in any
 * order. With the fields before the file nothing is set aside.
 */
final class Upload {

    private static final int LONGEST_FIELD = 200;

    private final FileItemInputIterator parts;
    private final long limit;
    private final Map<String, String> fields = new HashMap<>();

    /** What is to be done with the file once it is known where it belongs. */
    @FunctionalInterface
    interface Receiver<T> {
        T receive(String requirement, String row, String fileName, InputStream content) throws Exception;
    }

    private Upload(FileItemInputIterator parts, long limit) {
        this.parts = parts;
        this.limit = limit;
    }

    static Upload of(HttpServletRequest request, long limit) throws IOException {
        var reader = new JakartaServletFileUpload<>();
        reader.setHeaderCharset(StandardCharsets.UTF_8);
        try {
            return new Upload(reader.getItemIterator(request), limit);
        } catch (FileUploadException malformed) {
            throw malformed();
        }
    }

    /** @param needsRow whether a requirement belongs to a table row, so that the row has to be known first */
    <T> T handTo(Receiver<T> receiver, Predicate<String> needsRow) throws Exception {
        Optional<FileItemInput> file = nextFile();
        if (file.isEmpty()) {
            throw RequestRefusedException.because(Refusal.of(Kind.MALFORMED, "api.file-missing"));
        }
        String name = file.get().getName();
        boolean known = fields.containsKey("requirement")
                && (fields.containsKey("row") || !needsRow.test(fields.get("requirement")));
        if (known) {
            // Not closed: that would read the rest of a file that was refused half way.
            return receiver.receive(fields.get("requirement"), row(), name, file.get().getInputStream());
        }
        try (SealedSpool spool = setAside(file.get())) {
            if (!fields.containsKey("requirement")) {
                throw RequestRefusedException.because(
                        Refusal.of(Kind.MALFORMED, "api.field", "requirement", "string"));
            }
            try (InputStream content = spool.open()) {
                return receiver.receive(fields.get("requirement"), row(), name, content);
            }
        }
    }

    /** Reads the file and what comes after it. */
    private SealedSpool setAside(FileItemInput file) {
        try {
            SealedSpool spool = SealedSpool.of(file.getInputStream(), limit);
            nextFile();
            return spool;
        } catch (IOException cutOff) {
            throw RequestRefusedException.because(Refusal.of(Kind.MALFORMED, "document.cut-off"));
        }
    }

    private String row() {
        return fields.getOrDefault("row", "");
    }

    /** Takes the fields on the way to the file, or to the end. */
    private Optional<FileItemInput> nextFile() throws IOException {
        try {
            while (parts.hasNext()) {
                FileItemInput part = parts.next();
                if ("file".equals(part.getFieldName())) {
                    return Optional.of(part);
                }
                try (InputStream content = part.getInputStream()) {
                    byte[] text = content.readNBytes(LONGEST_FIELD + 1);
                    fields.put(
                            String.valueOf(part.getFieldName()),
                            new String(text, 0, Math.min(text.length, LONGEST_FIELD), StandardCharsets.UTF_8).strip());
                }
            }
            return Optional.empty();
        } catch (FileUploadException malformed) {
            throw malformed();
        }
    }

    private static RequestRefusedException malformed() {
        return RequestRefusedException.because(Refusal.of(Kind.MALFORMED, "api.multipart"));
    }
}
