package gov.tianmu.engine.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.w3c.dom.Document;

/**
 * Sets an XHTML document with CSS on A4 pages, as a tagged PDF with the portal's own fonts. It loads nothing from
 * outside: no picture, no style sheet, no font beside its own, whatever the document asks for.
 *
 * <p>Two documents at a time, the others wait: each takes some ten megabytes while it is set. What is waited for
 * longer than a minute fails.
 */
final class PdfPress {

    private static final Logger LOG = Logger.getLogger(PdfPress.class.getName());
    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 60;

    static {
        // The library logs what it sets; answers are personal. Its warnings come as diagnostics instead, without words.
        XRLog.setLoggingEnabled(false);
    }

    /** One press for all printers: the bound on memory holds for the portal, not for each of them. */
    private static final PdfPress SHARED = new PdfPress();

    /** The one used last comes first, so that the second place loads its fonts only when it is needed. */
    private final BlockingDeque<Place> places = new LinkedBlockingDeque<>(AT_ONCE);

    private PdfPress() {
        for (int i = 0; i < AT_ONCE; i++) {
            places.add(new Place());
        }
    }

    static PdfPress shared() {
        return SHARED;
    }

    /** A place at the press. It keeps its fonts (some 45 MB) from document to document, unless memory runs short. */
    private static final class Place {
        private SoftReference<FontSet> kept = new SoftReference<>(null);

        FontSet fonts() {
            FontSet fonts = kept.get();
            if (fonts == null) {
                fonts = new FontSet();
                kept = new SoftReference<>(fonts);
            }
            return fonts;
        }
    }

    /**
     * Prints what the composer makes.
     *
     * @param composer makes the XHTML out of words that the fonts can show
     * @param created the instant the paper says it was made; the same content and instant give the same bytes
     * @throws IOException when the stream cannot be written
     */
    Printed print(Function<PrintableText, Document> composer, Instant created, OutputStream out) throws IOException {
        Place place = take();
        try {
            FontSet fonts = place.fonts();
            PrintableText printable = new PrintableText(fonts::hasGlyph);
            Document xhtml = composer.apply(printable);
            int pages = set(xhtml, fonts, created, out);
            if (printable.replaced() > 0) {
                LOG.log(Level.INFO, "Printed with {0} characters that the font lacks", printable.replaced());
            }
            return new Printed(pages, printable.replaced());
        } finally {
            places.addFirst(place);
        }
    }

    private Place take() {
        try {
            Place place = places.pollFirst(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (place == null) {
                throw new PrintException("the press was busy for " + PATIENCE_SECONDS + " seconds");
            }
            return place;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PrintException("interrupted while waiting for the press", e);
        }
    }

    private static int set(Document xhtml, FontSet fonts, Instant created, OutputStream out) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            PdfRendererBuilder builder = new PdfRendererBuilder()
                    .usePDDocument(pdf)
                    .usePdfUaAccessibility(true)
                    .withProducer("Tianmu")
                    .withDiagnosticConsumer(PdfPress::note)
                    .withW3cDocument(xhtml, null);
            builder.useFont(new Lazily(pdf, fonts::regular), FontSet.FAMILY, 400, FontStyle.NORMAL, true);
            builder.useFont(new Lazily(pdf, fonts::bold), FontSet.FAMILY, 700, FontStyle.NORMAL, true);
            builder.useUriResolver((base, uri) -> uri.startsWith("#") ? uri : null);
            for (ExternalResourceControlPriority priority : ExternalResourceControlPriority.values()) {
                builder.useExternalResourceAccessControl((uri, type) -> false, priority);
            }
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
                date(pdf, created);
                pdf.setDocumentId(created.toEpochMilli());
                pdf.save(out);
                return pdf.getNumberOfPages();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void date(PDDocument pdf, Instant created) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("Asia/Shanghai"));
        calendar.setTimeInMillis(created.toEpochMilli());
        pdf.getDocumentInformation().setCreationDate(calendar);
        pdf.getDocumentInformation().setModificationDate(calendar);
    }

    private static void note(Diagnostic diagnostic) {
        if (diagnostic.getLevel().intValue() >= Level.WARNING.intValue()) {
            LOG.log(Level.FINE, "While printing: {0}", diagnostic.getLogMessageId());
        }
    }

    /** Hands a parsed font to the document when a text first needs it. */
    private static final class Lazily extends PDFontSupplier {

        private final PDDocument pdf;
        private final Supplier<TrueTypeFont> parsed;
        private PDFont font;

        Lazily(PDDocument pdf, Supplier<TrueTypeFont> parsed) {
            super(null);
            this.pdf = pdf;
            this.parsed = parsed;
        }

        @Override
        public PDFont supply() {
            if (font == null) {
                try {
                    font = PDType0Font.load(pdf, parsed.get(), true);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return font;
        }
    }
}
