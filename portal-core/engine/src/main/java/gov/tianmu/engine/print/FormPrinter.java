package gov.tianmu.engine.print;

import gov.tianmu.engine.time.PortalClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Prints a filled form as the program's module lays it out: the A4 document that the unit stamps and the bureau files.
 *
 * <p>The same source and stylesheet give the same bytes, whenever and how often they are printed. The caller has
 * checked that whoever asks may see the case: nothing is masked here.
 */
@ApplicationScoped
public class FormPrinter {

    private final PdfPress press = PdfPress.shared();
    private final Stylesheets stylesheets = new Stylesheets();

    /**
     * Writes the document to the stream and leaves it open.
     *
     * @throws PrintException when the stylesheet does not work; nothing has been written then
     * @throws IOException when the stream cannot be written
     */
    public Printed print(PrintSource source, StylesheetSource stylesheet, OutputStream out) throws IOException {
        // A draft has no date of its own; any fixed one keeps its bytes equal.
        Instant made = source.submittedOn()
                .orElse(LocalDate.EPOCH)
                .atStartOfDay(PortalClock.ZONE)
                .toInstant();
        return press.print(
                printable -> stylesheets.apply(stylesheet, ApplicationXml.of(source, printable)), made, out);
    }
}
