package gov.tianmu.engine.notice.drafting;

import gov.tianmu.engine.notice.drafting.NoticeContent.DraftAttachment;
import gov.tianmu.spi.definition.NoticeDefinition;
import gov.tianmu.spi.definition.NoticeDefinition.Attachment;
import gov.tianmu.spi.definition.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a draft has otherwise than the notice it was begun from, for whoever approves it.
 *
 * @param texts the texts that changed, the notice's own first; each with at least one change
 */
public record NoticeChanges(List<TextChange> texts) {

    /**
     * A text that reads otherwise.
     *
     * @param ordinal the attachment's number; 0 for the notice itself
     */
    public record TextChange(int ordinal, Text title, List<LineChange> lines) {}

    public NoticeChanges {
        texts = List.copyOf(texts);
    }

    static NoticeChanges between(NoticeDefinition base, UnaryOperator<String> texts, NoticeContent content) {
        List<TextChange> changes = new ArrayList<>();
        add(changes, 0, content.title(), texts.apply(base.text()), content.text());
        int place = 0;
        for (DraftAttachment each : content.attachments()) {
            String before = place < base.attachments().size()
                    ? texts.apply(base.attachments().get(place).text())
                    : "";
            add(changes, ++place, each.title(), before, each.text());
        }
        for (Attachment gone : base.attachments().stream().skip(place).toList()) {
            add(changes, gone.ordinal(), gone.title(), texts.apply(gone.text()), MarkedText.EMPTY);
        }
        return new NoticeChanges(changes);
    }

    private static void add(List<TextChange> changes, int ordinal, Text title, String before, MarkedText after) {
        List<LineChange> lines = LineChange.between(NoticeMarkup.of(before).lines(), after.lines());
        if (!lines.isEmpty()) {
            changes.add(new TextChange(ordinal, title, lines));
        }
    }
}
