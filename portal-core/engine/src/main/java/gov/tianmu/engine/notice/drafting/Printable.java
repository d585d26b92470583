package gov.tianmu.engine.notice.drafting;

import gov.tianmu.engine.notice.drafting.NoticeContent.DraftAttachment;
import gov.tianmu.engine.notice.drafting.NoticeContent.DraftCall;
import gov.tianmu.engine.notice.drafting.NoticeContent.DraftList;
import gov.tianmu.spi.definition.Text;

/**
 * Takes out of what was typed or pasted what nobody sees and XML cannot hold: control characters, halves of surrogate
 * pairs. Line ends become those of files.
 */
final class Printable {

    private Printable() {}

    static NoticeContent only(NoticeContent content) {
        return new NoticeContent(
                only(content.number()),
                only(content.title()),
                only(content.issuer()),
                only(content.issuedOn()),
                only(content.office()),
                only(content.address()),
                only(content.persons()),
                only(content.telephones()),
                only(content.text()),
                content.attachments().stream()
                        .map(each -> new DraftAttachment(each.key(), only(each.title()), only(each.text())))
                        .toList(),
                content.calls().stream().map(Printable::only).toList(),
                content.lists().stream()
                        .map(each -> new DraftList(
                                each.key(),
                                each.published(),
                                only(each.program()),
                                only(each.awardedIn()),
                                only(each.title()),
                                only(each.entries())))
                        .toList());
    }

    private static DraftCall only(DraftCall call) {
        return new DraftCall(
                call.key(),
                only(call.id()),
                only(call.suffix()),
                only(call.program()),
                only(call.title()),
                only(call.opens()),
                only(call.closes()),
                only(call.grant()),
                only(call.quota()),
                only(call.passMark()),
                only(call.others()),
                only(call.eligible()));
    }

    private static Text only(Text text) {
        return new Text(only(text.zh()), only(text.en()));
    }

    private static MarkedText only(MarkedText text) {
        return text.with(only(text.lines()));
    }

    static String only(String typed) {
        String lines = typed.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
        StringBuilder kept = new StringBuilder(lines.length());
        lines.codePoints().filter(Printable::isPrintable).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isPrintable(int character) {
        boolean control = character < ' ' && character != '\n' || character >= 0x7f && character < 0xa0;
        boolean half = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return !control && !half && (character & 0xfffe) != 0xfffe;
    }
}
