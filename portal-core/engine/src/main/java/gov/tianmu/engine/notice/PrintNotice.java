package gov.tianmu.engine.notice;

import gov.tianmu.engine.print.NoticePrinter;
import gov.tianmu.engine.usecase.UseCase;
import gov.tianmu.spi.definition.NoticeDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

/** Gives a notice, or one of its attachments, as an A4 document to everybody; a withdrawn one too. */
@ApplicationScoped
@UseCase(open = true)
public class PrintNotice {

    @Inject
    private BrowseNotices notices;

    @Inject
    private NoticePrinter printer;

    /**
     * A printed notice or attachment.
     *
     * @param fileName to offer it under
     * @param pdf A4, tagged, text selectable; the same text gives the same bytes
     */
    public record PrintedNotice(String fileName, byte[] pdf) {}

    /** The notice itself, empty when there is none of that id. */
    public Optional<PrintedNotice> notice(String id) throws IOException {
        Optional<NoticeText> found = notices.read(id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        NoticeDefinition definition = found.get().definition();
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        printer.print(definition, found.get().text(), pdf);
        return Optional.of(new PrintedNotice(definition.number() + ".pdf", pdf.toByteArray()));
    }

    /** One of its attachments, empty when there is none of that number. */
    public Optional<PrintedNotice> attachment(String id, int ordinal) throws IOException {
        Optional<NoticeText> found = notices.read(id);
        Optional<NoticeDefinition.Attachment> attachment = found.stream()
                .flatMap(notice -> notice.definition().attachments().stream())
                .filter(each -> each.ordinal() == ordinal)
                .findFirst();
        Optional<String> text = notices.attachment(id, ordinal).filter(words -> !words.isBlank());
        if (attachment.isEmpty() || text.isEmpty()) {
            return Optional.empty();
        }
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        printer.print(found.get().definition(), attachment.get(), text.get(), pdf);
        String fileName = "附件" + ordinal + " " + attachment.get().title().zh() + ".pdf";
        return Optional.of(new PrintedNotice(fileName, pdf.toByteArray()));
    }
}
