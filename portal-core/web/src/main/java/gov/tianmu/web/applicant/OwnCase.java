package gov.tianmu.web.applicant;

import gov.tianmu.engine.casefile.CaseContent;
import gov.tianmu.engine.casefile.CaseStage;
import gov.tianmu.engine.casefile.CaseSummary;
import gov.tianmu.engine.casefile.MoveDraft;
import gov.tianmu.engine.casefile.ReadCase;
import gov.tianmu.engine.document.Document;
import gov.tianmu.engine.document.ReadDocuments;
import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.modules.Programs;
import gov.tianmu.engine.notice.CallView;
import gov.tianmu.engine.review.Correction;
import gov.tianmu.engine.review.ReviewCase;
import gov.tianmu.engine.submission.CheckCase;
import gov.tianmu.engine.usecase.AccessRefusedException;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.spi.definition.Section;
import gov.tianmu.web.display.Display;
import gov.tianmu.web.signin.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The case of the address {@code /my/cases/{number}/…}, opened once for a request. A case that is not there, or another
 * organisation's, is 404.
 */
@Named("own")
@RequestScoped
public class OwnCase {

    @Inject
    private HttpServletRequest request;

    @Inject
    private CurrentActor current;

    @Inject
    private Display display;

    @Inject
    private ReadCase cases;

    @Inject
    private ReadDocuments attached;

    @Inject
    private CheckCase checks;

    @Inject
    private ReviewCase review;

    @Inject
    private MoveDraft moving;

    @Inject
    private Programs programs;

    private CaseContent content;
    private List<Document> documents;
    private List<Problem> problems;
    private List<Pin> pins;
    private FormPlaces places;
    private Optional<ShownFormUpdate> formUpdate;

    /** The page's first action: finds the case, or answers 404. */
    public void open() throws IOException {
        if (find().isEmpty()) {
            Faces.notFound();
        }
    }

    /** The case, if it is there for this person. */
    Optional<CaseContent> find() {
        if (content == null) {
            Outcome<CaseContent> outcome = cases.read(actor(), number());
            boolean hidden = outcome.reason()
                    .filter(r -> r.kind() != Refusal.Kind.NOT_FOUND)
                    .isPresent();
            if (hidden) {
                throw new AccessRefusedException(
                        outcome.reason().orElseThrow());
            }
            content = outcome.result().filter(c -> actor().actsFor(c.summary().uscc())).orElse(null);
        }
        return Optional.ofNullable(content);
    }

    /** What was loaded is no longer so: after a change in the same request. */
    void reload() {
        content = null;
        documents = null;
        problems = null;
        pins = null;
        places = null;
        formUpdate = null;
    }

    Actor actor() {
        return current.get();
    }

    Locale locale() {
        return display.getLocale();
    }

    String number() {
        String number = request.getParameter("number");
        return number == null ? "" : number;
    }

    CaseContent content() {
        return find().orElseThrow();
    }

    public CaseSummary getSummary() {
        return content().summary();
    }

    public String getNumber() {
        return getSummary().number();
    }

    public String getAccount() {
        return actor().account();
    }

    public String getAddress() {
        return Addresses.ofCase(getNumber());
    }

    public String getCheckAddress() {
        return Addresses.check(getNumber());
    }

    public String getReceiptAddress() {
        return Addresses.receipt(getNumber());
    }

    public String getFormAddress() {
        return Addresses.form(getNumber());
    }

    public String getApi() {
        return Addresses.api(getNumber());
    }

    /** What the case is called; while it has no title, after its program. */
    public String getTitle() {
        String title = getSummary().title();
        return title.isEmpty() ? getProgram() : title;
    }

    public String getProgram() {
        return content().definition().title().in(locale());
    }

    /** The version of the form the case stands on. */
    public String getFormVersion() {
        return content().definition().version();
    }

    public boolean isDraft() {
        return getSummary().stage() == CaseStage.DRAFT;
    }

    public boolean isReturned() {
        return getSummary().stage() == CaseStage.RETURNED;
    }

    public boolean isEditable() {
        return getSummary().stage().isEditable();
    }

    public boolean isSubmitted() {
        return getSummary().submissions() > 0;
    }

    /** Until when the applicant has time; null when it is not their turn. */
    public Instant getDeadline() {
        if (isReturned()) {
            return getSummary().dueAt().orElse(null);
        }
        return isDraft() ? content().call().closesAt() : null;
    }

    /** Whether it cannot be handed in for now, because its call's notice does not run. */
    public boolean isSuspended() {
        return isDraft() && content().call().state() == CallView.State.WITHDRAWN;
    }

    public Instant getCallOpensAt() {
        return content().call().opensAt();
    }

    public Instant getCallClosesAt() {
        return content().call().closesAt();
    }

    public String getStage() {
        return getSummary().stage().code();
    }

    /** The shape of the state's tag. */
    public String getStageKind() {
        return StageTag.of(getSummary().stage());
    }

    List<Document> documents() {
        if (documents == null) {
            documents = attached.list(actor(), getNumber()).result().orElse(List.of());
        }
        return documents;
    }

    public int getDocumentCount() {
        return documents().size();
    }

    FormPlaces places() {
        if (places == null) {
            places = new FormPlaces(content().definition(), content().answers(), locale());
        }
        return places;
    }

    /** Everything a submission would object to, in form order; nothing once it is not the applicant's turn. */
    List<Problem> problems() {
        if (problems == null) {
            problems = isEditable()
                    ? checks.check(actor(), getNumber()).result().orElse(List.of()).stream()
                            .map(v -> Problem.of(v, places(), locale()))
                            .toList()
                    : List.of();
        }
        return problems;
    }

    /** What the officer asked for and is not mended yet. */
    public List<Pin> getPins() {
        if (pins == null) {
            pins = isReturned()
                    ? review.corrections(actor(), getNumber()).result().orElse(List.of()).stream()
                            .filter(c -> c.getState() == Correction.State.SENT)
                            .map(c -> Pin.of(c, places(), getNumber()))
                            .toList()
                    : List.of();
        }
        return pins;
    }

    /** Whether a draft stands on another form than the one in force. Asks no database. */
    public boolean isFormOutdated() {
        return isDraft() && programs.live(getSummary().programId())
                .filter(live -> !live.hash().equals(content().definitionHash()))
                .isPresent();
    }

    /** What the form in force has otherwise, and what moving to it means; null when the draft stands on it. */
    public ShownFormUpdate getFormUpdate() {
        if (formUpdate == null) {
            formUpdate = isFormOutdated()
                    ? moving.look(actor(), getNumber())
                            .result()
                            .flatMap(update -> update)
                            .map(update -> ShownFormUpdate.of(update, places(), getNumber(), locale()))
                    : Optional.empty();
        }
        return formUpdate.orElse(null);
    }

    /** Which answers and documents may be changed now. */
    Predicate<String> editable() {
        if (isDraft()) {
            return path -> true;
        }
        return isReturned() ? path -> FormView.isCovered(getPins(), path) : path -> false;
    }

    FormView form(List<Problem> shown) {
        return new FormView(
                content().definition(),
                content().answers(),
                documents(),
                shown,
                getPins(),
                editable(),
                getNumber(),
                locale());
    }

    /** The task list: each section with where it stands. */
    public List<Task> getTasks() {
        List<Task> tasks = new ArrayList<>();
        for (Section section : content().definition().sections()) {
            tasks.add(task(section, tasks.size() + 1));
        }
        return tasks;
    }

    private Task task(Section section, int ordinal) {
        List<Problem> here = problems().stream()
                .filter(p -> p.section().equals(section.id()) && !p.warning())
                .toList();
        long missing = here.stream().filter(Problem::missing).count();
        long wrong = here.size() - missing + getPins().stream().filter(p -> p.section().equals(section.id())).count();
        return new Task(
                section.id(),
                ordinal,
                section.title().in(locale()),
                state(section, missing, wrong),
                missing,
                wrong,
                Addresses.section(getNumber(), section.id()));
    }

    private String state(Section section, long missing, long wrong) {
        if (wrong > 0) {
            return "err";
        }
        if (missing == 0) {
            return "ok";
        }
        boolean begun = section.fields().stream()
                        .filter(f -> f.isEditable())
                        .anyMatch(f -> content().answers().has(f.id()))
                || documents().stream().anyMatch(d -> content()
                        .definition()
                        .document(d.getRequirement())
                        .filter(r -> r.section().equals(section.id()))
                        .isPresent());
        return begun ? "half" : "none";
    }

    public long getTasksDone() {
        return getTasks().stream().filter(t -> t.state().equals("ok")).count();
    }

    public boolean isComplete() {
        return problems().stream().allMatch(Problem::warning);
    }
}
