package gov.tianmu.web.desk;

import gov.tianmu.engine.publicity.Publicity;
import gov.tianmu.engine.publicity.PublicityView;
import gov.tianmu.engine.publicity.WorkingDays;
import gov.tianmu.web.page.PostedForm;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A proposed list as the officer works on it.
 *
 * @param view the list
 * @param days how many working days it has to stand, at least
 * @param first the first day, as typed or proposed
 * @param last the last day, likewise
 * @param refused whether a decision on it was sent back, so that what was typed is shown again
 */
public record ListPanel(PublicityView view, int days, LocalDate first, LocalDate last, boolean refused) {

    static ListPanel of(PublicityView view, int days, LocalDate today, PostedForm posted, boolean refused) {
        LocalDate first = posted.date("first." + view.id()).orElse(today);
        LocalDate last = posted.date("last." + view.id()).orElseGet(() -> WorkingDays.last(first, days));
        return new ListPanel(view, days, first, last, refused);
    }

    /** draft, upcoming, running, over or decided. */
    public String phase() {
        if (view.state() == Publicity.State.DRAFT) {
            return "draft";
        }
        if (view.state() == Publicity.State.DECIDED) {
            return "decided";
        }
        if (view.over()) {
            return "over";
        }
        return view.isRunning() ? "running" : "upcoming";
    }

    /** The shape of its tag. */
    public String tag() {
        return switch (phase()) {
            case "draft", "over" -> "wait";
            case "decided" -> "ok";
            default -> "run";
        };
    }

    public String titleKey() {
        return "desk.publicity.phase." + phase();
    }

    /** The first day on which the list may end. */
    public LocalDate earliest() {
        return WorkingDays.last(first, days);
    }

    public Instant opensAt() {
        return view.opensAt().orElse(null);
    }

    public Instant closesAt() {
        return view.closesAt().orElse(null);
    }

    /** The program's further columns of a line, in their order. */
    public List<String> factsOf(PublicityView.Entry entry) {
        return view.columns().stream()
                .map(column -> entry.facts().getOrDefault(column.id(), ""))
                .toList();
    }

    public String publicAddress() {
        return "/publicities/" + view.id();
    }
}
