package gov.tianmu.engine.notice;

import gov.tianmu.engine.print.NoticePrinter;
import gov.tianmu.engine.usecase.UseCase;
import gov.tianmu.spi.definition.NoticeDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Gives a notice, or one of its attachments, as an A4 document to everybody; a withdrawn one too. What was printed is
 * kept, a few documents at most: a frozen text prints to the same bytes each time, and printing is not for every click.
 */
@ApplicationScoped
@UseCase(open = true)
public class PrintNotice {

    private static final int KEPT = 24;

    /** The notice itself among its attachments. */
    private static final int NOTICE = 0;

    @Inject
    private BrowseNotices notices;

    @Inject
    private NoticePrinter printer;

    private final Map<String, PrintedNotice> kept = Collections.synchronizedMap(new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PrintedNotice> eldest) {
            return size() > KEPT;
        }
    });

    /**
     * A printed notice or attachment.
     *
     * @param fileName to offer it under
     * @param pdf A4, tagged, text selectable
     */
    public record PrintedNotice(String fileName, byte[] pdf) {}

    /** The notice itself, empty when there is none of that id. */
    public Optional<PrintedNotice> notice(String id) throws IOException {
        return print(id, NOTICE);
    }

    /** One of its attachments, empty when there is none of that number. */
    public Optional<PrintedNotice> attachment(String id, int ordinal) throws IOException {
        return ordinal > NOTICE ? print(id, ordinal) : Optional.empty();
    }

    private Optional<PrintedNotice> print(String id, int ordinal) throws IOException {
        Optional<NoticeText> found = notices.read(id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String key = found.get().view().definitionHash() + "/" + ordinal;
        PrintedNotice before = kept.get(key);
        if (before != null) {
            return Optional.of(before);
        }
        Optional<PrintedNotice> printed =
                ordinal == NOTICE ? Optional.of(printNotice(found.get())) : printAttachment(found.get(), ordinal);
        printed.ifPresent(paper -> kept.put(key, paper));
        return printed;
    }

    private PrintedNotice printNotice(NoticeText notice) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        printer.print(notice.definition(), notice.text(), pdf);
        return new PrintedNotice(notice.definition().number() + ".pdf", pdf.toByteArray());
    }

    private Optional<PrintedNotice> printAttachment(NoticeText notice, int ordinal) throws IOException {
        NoticeDefinition definition = notice.definition();
        Optional<NoticeDefinition.Attachment> attachment = definition.attachments().stream()
                .filter(each -> each.ordinal() == ordinal)
                .findFirst();
        Optional<String> text = notices.attachment(definition.id(), ordinal).filter(words -> !words.isBlank());
        if (attachment.isEmpty() || text.isEmpty()) {
            return Optional.empty();
        }
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        printer.print(definition, attachment.get(), text.get(), pdf);
        String fileName = "附件" + ordinal + " " + attachment.get().title().zh() + ".pdf";
        return Optional.of(new PrintedNotice(fileName, pdf.toByteArray()));
    }
}
