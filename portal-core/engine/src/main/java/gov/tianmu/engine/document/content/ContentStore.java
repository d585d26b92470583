package gov.tianmu.engine.document.content;

import gov.tianmu.engine.usecase.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;

/**
 * Keeps the content of documents, sealed. Content is written once, never changed, and read or deleted by its key. It is
 * kept at once, outside any transaction: who puts it and then fails to record it deletes it again.
 */
public interface ContentStore {

    /**
     * Reads an upload to its end and keeps it. Never holds more than a few buffers of it in memory.
     *
     * @param content the bytes; the caller closes the stream
     * @param declaredName what the sender calls the file, as it came; may be null
     * @param limits what is accepted here
     * @return the kept content, or a refusal of {@link ContentRefusal}, after which nothing is left of it
     * @throws IOException where the store fails, not the sender
     */
    Outcome<StoredContent> put(InputStream content, String declaredName, ContentLimits limits) throws IOException;

    /**
     * Opens content for reading from its start. Content that was tampered with or cut short throws
     * {@link IOException} while it is read, before any wrong byte is handed out.
     *
     * @throws java.nio.file.NoSuchFileException when there is none under this key
     */
    InputStream open(String key) throws IOException;

    /** As {@link #open}, for reading parts of it; its size is the plain content's. */
    SeekableByteChannel openForRanges(String key) throws IOException;

    boolean exists(String key) throws IOException;

    /** Deletes content; says whether there was any. */
    boolean delete(String key) throws IOException;

    /** Returns when content could be kept now, and throws what stands against it; for the health check. */
    void checkWritable() throws IOException;
}
