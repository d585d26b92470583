package gov.tianmu.web.desk;

import gov.tianmu.engine.notice.drafting.NoticePreview;
import gov.tianmu.web.notice.Outline;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A draft as its pages show it beside the form and on a page of its own.
 *
 * @param html the text as HTML
 */
public record NoticePreviewShown(NoticePreview notice, String html, List<Paper> attachments, List<Call> calls) {

    /** An attachment with its text as HTML. */
    public record Paper(NoticePreview.Attachment attachment, String html) {}

    /** A call; what cannot be read yet is null, as pages take it. */
    public record Call(NoticePreview.Call call, Instant opens, Instant closes) {}

    static NoticePreviewShown of(NoticePreview notice) {
        return new NoticePreviewShown(
                notice,
                html(notice.text()),
                notice.attachments().stream()
                        .map(each -> new Paper(each, html(each.text())))
                        .toList(),
                notice.calls().stream()
                        .map(each -> new Call(
                                each, each.opens().orElse(null), each.closes().orElse(null)))
                        .toList());
    }

    /** Without ids: several texts stand on one page, and nothing links into them. */
    private static String html(String text) {
        return Outline.of(text).html().replaceAll("(<h[23]) id=\"[^\"]*\"", "$1");
    }

    /** The day it is issued; null while there is none. */
    public LocalDate issuedOn() {
        return notice.issuedOn().orElse(null);
    }
}
