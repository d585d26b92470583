package gov.tianmu.web.upload;

import gov.tianmu.engine.document.content.FileName;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;

/**
 * One file of a {@code multipart/form-data} request with the fields before it, read as it comes and never set aside.
 * What follows the file is not read.
 */
public final class SentFile {

    /** The name of the file's part. */
    public static final String PART = "file";

    private static final int LONGEST_FIELD = 200;
    private static final int MOST_FIELDS = 20;

    private final Map<String, String> fields;
    private final Optional<FileItemInput> file;

    private SentFile(Map<String, String> fields, Optional<FileItemInput> file) {
        this.fields = fields;
        this.file = file;
    }

    /**
     * Reads up to the beginning of the file.
     *
     * @throws IOException when the request is no such form, or breaks off
     */
    public static SentFile of(HttpServletRequest request) throws IOException {
        var reader = new JakartaServletFileUpload<>();
        reader.setHeaderCharset(StandardCharsets.UTF_8);
        Map<String, String> fields = new HashMap<>();
        FileItemInputIterator parts = reader.getItemIterator(request);
        while (parts.hasNext()) {
            FileItemInput part = parts.next();
            if (PART.equals(part.getFieldName()) && !part.isFormField()) {
                return new SentFile(fields, Optional.of(part));
            }
            if (fields.size() >= MOST_FIELDS) {
                throw new FileUploadException("too many parts before the file");
            }
            try (InputStream content = part.getInputStream()) {
                byte[] text = content.readNBytes(LONGEST_FIELD);
                fields.put(String.valueOf(part.getFieldName()), new String(text, StandardCharsets.UTF_8).strip());
            }
        }
        return new SentFile(fields, Optional.empty());
    }

    /** A field that came before the file; empty when it did not. */
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Whether there is a file, and one was chosen. */
    public boolean isThere() {
        return file.map(FileItemInput::getName).filter(name -> !name.isBlank()).isPresent();
    }

    /** What the file is called, fit to be shown. */
    public String name() {
        return FileName.of(file.map(FileItemInput::getName).orElse("")).value();
    }

    /** The file's content. Do not close it half way: that would read the rest of it. */
    public InputStream content() throws IOException {
        return file.orElseThrow().getInputStream();
    }
}
