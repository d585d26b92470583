package gov.tianmu.engine.notice.drafting;

import gov.tianmu.engine.modules.compare.DefinitionChange;
import gov.tianmu.engine.modules.compare.DefinitionComparison;
import gov.tianmu.engine.notice.drafting.NoticeContent.DraftAttachment;
import gov.tianmu.spi.definition.CallDefinition;
import gov.tianmu.spi.definition.NoticeDefinition;
import gov.tianmu.spi.definition.NoticeDefinition.Attachment;
import gov.tianmu.spi.definition.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What a draft has otherwise than the notice it was begun from, for whoever approves it.
 *
 * @param parts what differs of everything but the texts; empty while the draft is not sound
 * @param texts the texts that changed, the notice's own first; each with at least one change
 */
public record NoticeChanges(List<DefinitionChange> parts, List<TextChange> texts) {

    /**
     * A text that reads otherwise.
     *
     * @param ordinal the attachment's number; 0 for the notice itself
     */
    public record TextChange(int ordinal, Text title, List<LineChange> lines) {}

    public NoticeChanges {
        parts = List.copyOf(parts);
        texts = List.copyOf(texts);
    }

    /**
     * Compares.
     *
     * @param after the notice that the content makes; empty while it is not sound
     */
    static NoticeChanges between(
            NoticeDefinition base,
            UnaryOperator<String> texts,
            NoticeContent content,
            Optional<NoticeDefinition> after) {
        List<DefinitionChange> parts = after.map(sound -> DefinitionComparison.of(base, underTheIdsOf(base, sound)))
                .map(DefinitionComparison::changes)
                .orElse(List.of());
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
        return new NoticeChanges(parts, changes);
    }

    /** A new year's notice and its calls have ids of their own; what is compared is what stands under them. */
    private static NoticeDefinition underTheIdsOf(NoticeDefinition base, NoticeDefinition after) {
        List<CallDefinition> calls = after.calls().stream()
                .map(call -> new CallDefinition(
                        call.id().replaceFirst("^" + Pattern.quote(after.id() + "-"), base.id() + "-"),
                        call.program(),
                        call.title(),
                        call.opens(),
                        call.closes(),
                        call.parameters(),
                        call.eligible()))
                .toList();
        return new NoticeDefinition(
                base.id(),
                base.version(),
                after.number(),
                after.title(),
                after.issuer(),
                after.issuedOn(),
                after.text(),
                after.attachments(),
                after.contacts(),
                calls,
                after.lists());
    }

    private static void add(List<TextChange> changes, int ordinal, Text title, String before, MarkedText after) {
        List<LineChange> lines = LineChange.between(NoticeMarkup.of(before).lines(), after.lines());
        if (!lines.isEmpty()) {
            changes.add(new TextChange(ordinal, title, lines));
        }
    }
}
