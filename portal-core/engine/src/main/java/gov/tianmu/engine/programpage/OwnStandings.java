package gov.tianmu.engine.programpage;

import gov.tianmu.engine.casefile.CaseFile;
import gov.tianmu.engine.casefile.CaseFiles;
import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Organisation;
import gov.tianmu.engine.modules.pages.ContributedPage;
import gov.tianmu.engine.modules.pages.PageAudience;
import gov.tianmu.engine.notice.Call;
import gov.tianmu.engine.notice.CallView;
import gov.tianmu.engine.notice.Calls;
import gov.tianmu.engine.roster.HeldTitles;
import gov.tianmu.engine.roster.RosterEntry;
import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.spi.definition.Text;
import gov.tianmu.spi.page.OpenCall;
import gov.tianmu.spi.page.OwnCase;
import gov.tianmu.spi.page.PageView;
import gov.tianmu.spi.page.TitleView;
import gov.tianmu.spi.rule.CaseView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gathers what a page may show: for an applicant what their own organisation holds and applies for in the program, for
 * everybody the open calls. Four queries and never more, whatever there is.
 */
@ApplicationScoped
public class OwnStandings {

    private static final int MOST_TITLES = 50;
    private static final int MOST_CASES = 10;

    @Inject
    private HeldTitles titles;

    @Inject
    private CaseFiles cases;

    @Inject
    private Calls calls;

    @Inject
    private PortalClock clock;

    /** What this actor may see on the page. */
    @Transactional
    public PageView viewOf(Actor actor, ContributedPage page, PageAddress address) {
        Optional<Organisation> own =
                page.audience() == PageAudience.APPLICANT ? actor.organisation() : Optional.empty();
        LocalDate today = clock.today();
        return new Gathered(
                page.id(),
                own.map(Organisation::name),
                today,
                address.locale(),
                address.parameters(),
                own.map(holder -> titlesOf(holder, page.program(), today)).orElse(List.of()),
                own.map(holder -> casesOf(holder, page.program(), today)).orElse(List.of()),
                openCalls(page.program(), own));
    }

    private List<TitleView> titlesOf(Organisation holder, String program, LocalDate today) {
        return titles.of(program, holder, MOST_TITLES).stream()
                .map(entry -> new TitleView(
                        entry.getName(),
                        entry.getLeader(),
                        entry.getTrade(),
                        entry.getAwardedYear(),
                        entry.getSince(),
                        entry.getUntil(),
                        standing(entry.standingOn(today))))
                .toList();
    }

    private static TitleView.Standing standing(RosterEntry.Standing standing) {
        return switch (standing) {
            case VALID -> TitleView.Standing.VALID;
            case UNDER_EVALUATION -> TitleView.Standing.UNDER_EVALUATION;
            case RENEWED -> TitleView.Standing.RENEWED;
            case EXPIRED -> TitleView.Standing.EXPIRED;
            case REVOKED -> TitleView.Standing.REVOKED;
        };
    }

    private List<OwnCase> casesOf(Organisation holder, String program, LocalDate today) {
        List<CaseFile> found = cases.latestOf(holder, program, MOST_CASES);
        Map<String, Call> byId = calls.byId(found.stream().map(CaseFile::getCallId).collect(Collectors.toSet()));
        return found.stream()
                .map(file -> ownCase(file, Optional.ofNullable(byId.get(file.getCallId())), today))
                .toList();
    }

    private OwnCase ownCase(CaseFile file, Optional<Call> call, LocalDate today) {
        return new OwnCase(
                file.getNumber(),
                file.getTitle(),
                call.map(Call::getTitle).orElse(Text.EMPTY),
                file.getStage().code(),
                file.getStage().isFinal(),
                day(file.getStageSince()),
                file.getDueAt().map(OwnStandings::day),
                new CaseView(
                        file.getSubmittedAt().map(OwnStandings::day).orElse(today),
                        cases.answersOf(file),
                        call.map(Call::parameters).orElse(Map.of())));
    }

    private List<OpenCall> openCalls(String program, Optional<Organisation> own) {
        return calls.openOf(program).stream()
                .filter(call -> mayApply(call, own))
                .map(call -> new OpenCall(
                        call.id(), call.title(), call.noticeId(), call.noticeNumber(), call.closesAt()))
                .toList();
    }

    private static boolean mayApply(CallView call, Optional<Organisation> own) {
        Set<String> eligible = Set.copyOf(call.eligible());
        return eligible.isEmpty() || own.isEmpty() || eligible.contains(own.get().name());
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, PortalClock.ZONE);
    }

    private record Gathered(
            String page,
            Optional<String> organisation,
            LocalDate today,
            String locale,
            Map<String, String> parameters,
            List<TitleView> titles,
            List<OwnCase> cases,
            List<OpenCall> openCalls)
            implements PageView {}
}
