package gov.tianmu.engine.print;

import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.spi.definition.NoticeDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;

/**
 * Prints a published notice, or one of its attachments, for those who want it on paper: set after GB/T 9704-2012, the
 * form of official documents (A4, 156 mm x 225 mm of text, red head, the number under it, the title, 28 characters a
 * line).
 *
 * <p>The same text gives the same bytes. Public: it prints what the module published and nothing of a case.
 */
@ApplicationScoped
public class NoticePrinter {

    private final PdfPress press = PdfPress.shared();

    /**
     * The notice with its list of attachments.
     *
     * @param text the notice's frozen XHTML fragment
     * @param out is left open
     * @throws PrintException when the text is not well-formed
     * @throws IOException when the stream cannot be written
     */
    public Printed print(NoticeDefinition notice, String text, OutputStream out) throws IOException {
        return press.print(printable -> new NoticeSheet(printable).notice(notice, text), made(notice), out);
    }

    /**
     * One of the attachments.
     *
     * @param text the attachment's frozen XHTML fragment
     * @throws PrintException when the text is not well-formed
     * @throws IOException when the stream cannot be written
     */
    public Printed print(
            NoticeDefinition notice, NoticeDefinition.Attachment attachment, String text, OutputStream out)
            throws IOException {
        return press.print(
                printable -> new NoticeSheet(printable).attachment(notice, attachment, text), made(notice), out);
    }

    private static Instant made(NoticeDefinition notice) {
        return notice.issuedOn().atStartOfDay(PortalClock.ZONE).toInstant();
    }
}
