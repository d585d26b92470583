package gov.tianmu.web.page;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;

/**
 * Holds a page back until it is whole, so that its entity tag can be told before its first byte, and so that a fault in
 * the middle of it leaves no half page. For pages only: what it holds is in memory.
 */
class BufferedPage extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream content = new ByteArrayOutputStream(1 << 16);
    private PrintWriter writer;
    private ServletOutputStream stream;
    private boolean passedOn;

    BufferedPage(HttpServletResponse response) {
        super(response);
    }

    /** The page's bytes. */
    byte[] content() {
        if (writer != null) {
            writer.flush();
        }
        return content.toByteArray();
    }

    /** Whether an error or a redirection was sent instead of a page. */
    boolean isPassedOn() {
        return passedOn;
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(content, Charset.forName(getCharacterEncoding())));
        }
        return writer;
    }

    @Override
    public ServletOutputStream getOutputStream() {
        if (stream == null) {
            stream = new Held();
        }
        return stream;
    }

    @Override
    public void sendError(int status) throws IOException {
        passedOn = true;
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        passedOn = true;
        super.sendError(status, message);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        passedOn = true;
        super.sendRedirect(location);
    }

    @Override
    public void flushBuffer() {
        // The page is not whole yet.
    }

    @Override
    public void resetBuffer() {
        content();
        content.reset();
    }

    @Override
    public void reset() {
        resetBuffer();
        super.reset();
    }

    @Override
    public boolean isCommitted() {
        return passedOn || super.isCommitted();
    }

    @Override
    public void setContentLength(int length) {
        // Told when the page is whole.
    }

    @Override
    public void setContentLengthLong(long length) {
        // Told when the page is whole.
    }

    private final class Held extends ServletOutputStream {

        @Override
        public void write(int octet) {
            content.write(octet);
        }

        @Override
        public void write(byte[] octets, int from, int length) {
            content.write(octets, from, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("pages are written by blocking calls");
        }
    }
}
