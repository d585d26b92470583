package gov.tianmu.web.desk;

import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.modules.Programs;
import gov.tianmu.engine.publicity.PreparePublicity;
import gov.tianmu.engine.publicity.PublicityView;
import gov.tianmu.engine.roster.DecideAwards;
import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.spi.definition.PublicityRule;
import gov.tianmu.web.display.Display;
import gov.tianmu.web.display.Texts;
import gov.tianmu.web.page.PageTurn;
import gov.tianmu.web.page.PostedForm;
import gov.tianmu.web.signin.CurrentActor;
import gov.tianmu.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The proposed lists (公示): drafted case by case, opened with their dates, decided on when their time is over. One form
 * for the page; each list's fields carry its id.
 */
@Named("deskPublicity")
@RequestScoped
public class PublicityPage {

    private static final String ADDRESS = "/desk/publicity";
    private static final Set<String> DONE = Set.of("remove", "open", "decide");

    @Inject
    private PreparePublicity prepare;

    @Inject
    private DecideAwards decideAwards;

    @Inject
    private Programs programs;

    @Inject
    private PortalClock clock;

    @Inject
    private PostedForm posted;

    @Inject
    private PageTurn turn;

    @Inject
    private CurrentActor current;

    @Inject
    private Display display;

    @Inject
    private Texts texts;

    private List<ListPanel> lists;
    private Optional<Refusal> refusal = Optional.empty();

    /** Reads the lists, after doing what was asked when a form was sent. */
    public void open() {
        List<PublicityView> all = prepare.all(current.get());
        if (FacesContext.getCurrentInstance().isPostback() && !posted.getVerb().isEmpty()) {
            Outcome<?> outcome = perform(current.get(), all);
            if (outcome.isDone()) {
                turn.to(ADDRESS + "?done=" + posted.getVerb());
                return;
            }
            refusal = outcome.reason();
            all = prepare.all(current.get());
        }
        lists = all.stream().map(this::panel).toList();
    }

    private ListPanel panel(PublicityView view) {
        int days = programs.live(view.programId())
                .flatMap(program -> program.definition().publicity())
                .map(PublicityRule::workingDays)
                .orElse(1);
        return ListPanel.of(
                view, days, clock.today(), posted, refusal.isPresent() && listAsked().equals(view.id()));
    }

    /** The button's argument is the list, or the list and the case with a slash between. */
    private String listAsked() {
        return posted.getArgument().split("/")[0];
    }

    private Outcome<?> perform(Actor actor, List<PublicityView> all) {
        String id = listAsked();
        OptionalLong seen = posted.version("version." + id);
        return switch (posted.getVerb()) {
            case "remove" -> prepare.remove(actor, id, posted.getArgument().substring(id.length()).replace("/", ""));
            case "open" -> prepare.open(
                    actor,
                    id,
                    seen,
                    posted.date("first." + id).orElse(null),
                    posted.date("last." + id).orElse(null));
            case "decide" -> decideAwards.decide(actor, id, seen, refusals(id, all));
            default -> Outcome.refused(Refusal.of(Refusal.Kind.MALFORMED, "not-found"));
        };
    }

    /** The lines that are not to be awarded, with the reasons as typed. */
    private Map<String, String> refusals(String id, List<PublicityView> all) {
        Map<String, String> reasons = new LinkedHashMap<>();
        all.stream()
                .filter(view -> view.id().equals(id))
                .flatMap(view -> view.entries().stream())
                .map(PublicityView.Entry::caseNumber)
                .filter(number -> !isAwarded(number))
                .forEach(number -> reasons.put(number, posted.text("reason." + number)));
        return reasons;
    }

    /** Whether a line is to be awarded as typed: yes, unless the form says otherwise. */
    public boolean isAwarded(String number) {
        return !posted.text("award." + number).equals("no");
    }

    /** The reason as typed. */
    public String reasonFor(String number) {
        return posted.text("reason." + number);
    }

    /** The lists in the order of work: to be decided, drafts, before the public. */
    public List<ListPanel> getOpenLists() {
        return Stream.of("over", "draft", "running", "upcoming")
                .flatMap(phase -> lists.stream().filter(list -> list.phase().equals(phase)))
                .toList();
    }

    public List<ListPanel> getDecided() {
        return lists.stream().filter(list -> list.phase().equals("decided")).toList();
    }

    /** What was done, after the redirect; empty for nothing to tell. */
    public String getDone() {
        String done = posted.text("done");
        boolean tell = DONE.contains(done) && !FacesContext.getCurrentInstance().isPostback();
        return tell ? texts.of("desk.publicity.done." + done) : "";
    }

    public boolean isRefused() {
        return refusal.isPresent();
    }

    /** Why not, in the reader's language. */
    public String getRefusal() {
        return refusal.map(r -> Words.of(r, display.getLocale())).orElse("");
    }
}
