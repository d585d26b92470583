package gov.tianmu.web.site;

import gov.tianmu.engine.notice.CallView;
import gov.tianmu.engine.notice.NoticeView;
import gov.tianmu.web.display.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A notice in a list, with one tag for all of its calls: the one that matters most to who reads it now.
 *
 * @param notice the notice
 * @param tag the tag's shape; empty when the notice opens nothing
 * @param tagText the tag's words
 */
public record NoticeRow(NoticeView notice, String tag, String tagText) {

    /** From this many days before the deadline on, the tag counts them. */
    private static final long SOON = 7;

    static NoticeRow of(NoticeView notice, Texts texts) {
        Optional<CallCard> first = cards(notice).stream().findFirst();
        if (first.isEmpty()) {
            return new NoticeRow(notice, "", "");
        }
        CallCard card = first.get();
        if (card.open() && card.call().getDaysLeft() <= SOON) {
            return new NoticeRow(
                    notice, "wait", texts.of("call.closes-in", card.call().getDaysLeft()));
        }
        return new NoticeRow(notice, card.tag(), texts.of(card.stateKey()));
    }

    /** The calls, those that can be applied to first. */
    static List<CallCard> cards(NoticeView notice) {
        return notice.calls().stream()
                .map(CallCard::new)
                .sorted(Comparator.comparingInt(CallCard::rank))
                .toList();
    }

    public String address() {
        return "/notices/" + notice.id();
    }

    /** Whether any of the calls takes applications now. */
    public boolean open() {
        return notice.calls().stream().anyMatch(CallView::isOpen);
    }
}
