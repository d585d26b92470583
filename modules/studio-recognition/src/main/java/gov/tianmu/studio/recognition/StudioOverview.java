package gov.tianmu.studio.recognition;

import gov.tianmu.spi.page.OpenCall;
import gov.tianmu.spi.page.OwnCase;
import gov.tianmu.spi.page.PageModel;
import gov.tianmu.spi.page.PageView;
import gov.tianmu.spi.page.TitleView;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** Fills 工作室概况: the unit's studios with the time their titles still run, the case under way, what to do next. */
@Component(property = {"tianmu.program=studio-recognition", "tianmu.bean=studio"})
public class StudioOverview implements PageModel {

    /** From this many days before its end a title is shown as ending: time for the renewal's papers. */
    private static final long ENDING_DAYS = 90;

    /**
     * What the page shows.
     *
     * @param studios the unit's studios, the latest first
     * @param running the case under way
     * @param next the call to apply to, when there is neither a studio nor a case
     */
    record Overview(List<Studio> studios, Optional<Running> running, Optional<OpenCall> next) {}

    /**
     * A studio.
     *
     * @param standing how its title stands: the end of the keys of its words
     * @param tag the shape of its tag
     * @param dated whether its days are known; those of an earlier year's list have a year only
     * @param passed how much of its time is over, in percent
     * @param left the end of the key of the words for the time left; empty when there is none to tell
     */
    record Studio(
            String name,
            String leader,
            String trade,
            int awardedYear,
            String standing,
            String tag,
            boolean dated,
            LocalDate since,
            LocalDate until,
            long passed,
            String left,
            int years,
            int months,
            long days) {}

    /** A case under way; {@code stage} ends the key of its words. */
    record Running(String number, String title, String stage, LocalDate since, Optional<LocalDate> due, boolean ours) {}

    @Override
    public Object prepare(PageView view) {
        LocalDate today = view.today();
        List<Studio> studios =
                view.titles().stream().map(title -> studio(title, today)).toList();
        Optional<Running> running = view.cases().stream()
                .filter(each -> !each.over())
                .findFirst()
                .map(StudioOverview::running);
        boolean holds = view.titles().stream().anyMatch(StudioOverview::holds);
        Optional<OpenCall> next = holds || running.isPresent()
                ? Optional.empty()
                : view.openCalls().stream().findFirst();
        return new Overview(studios, running, next);
    }

    /** Under evaluation it still does. */
    private static boolean holds(TitleView title) {
        return switch (title.standing()) {
            case VALID, RENEWED, UNDER_EVALUATION -> true;
            case EXPIRED, REVOKED -> false;
        };
    }

    private static Studio studio(TitleView title, LocalDate today) {
        boolean dated = title.since().isPresent() && title.until().isPresent();
        LocalDate since = title.since().orElse(null);
        LocalDate until = title.until().orElse(null);
        boolean running = dated && holds(title) && !today.isAfter(until);
        // The last day counts.
        Period left = running ? Period.between(today, until.plusDays(1)) : Period.ZERO;
        long days = running ? ChronoUnit.DAYS.between(today, until) + 1 : 0;
        return new Studio(
                title.name(),
                title.leader(),
                title.trade(),
                title.awardedYear(),
                title.standing().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                tag(title, running && days <= ENDING_DAYS),
                dated,
                since,
                until,
                dated ? passed(since, until, today) : 0,
                running ? wordsFor(left, days) : "",
                left.getYears(),
                left.getMonths(),
                days);
    }

    private static String wordsFor(Period left, long days) {
        if (days <= ENDING_DAYS) {
            return "days";
        }
        if (left.getYears() == 0) {
            return "months";
        }
        return left.getMonths() == 0 ? "years" : "years-months";
    }

    private static String tag(TitleView title, boolean ending) {
        return switch (title.standing()) {
            case VALID, RENEWED -> ending ? "wait" : "ok";
            case UNDER_EVALUATION -> "wait";
            case EXPIRED, REVOKED -> "off";
        };
    }

    private static long passed(LocalDate since, LocalDate until, LocalDate today) {
        long whole = Math.max(1, ChronoUnit.DAYS.between(since, until));
        return Math.max(0, Math.min(100, ChronoUnit.DAYS.between(since, today) * 100 / whole));
    }

    private static Running running(OwnCase own) {
        boolean ours = own.stage().equals("draft") || own.stage().equals("returned");
        return new Running(own.number(), own.title(), own.stage(), own.since(), own.due(), ours);
    }
}
