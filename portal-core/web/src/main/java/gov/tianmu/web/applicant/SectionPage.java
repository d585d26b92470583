package gov.tianmu.web.applicant;

import gov.tianmu.engine.casefile.SaveAnswers;
import gov.tianmu.engine.document.content.UploadSettings;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.spi.definition.Section;
import gov.tianmu.web.display.ShownDates;
import gov.tianmu.web.display.Texts;
import gov.tianmu.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * {@code /my/cases/{number}/sections/{section}}: one section of the form. With script each answer is saved as it is
 * typed, through the API; without, the whole section by the page's own form.
 */
@Named("mySection")
@RequestScoped
public class SectionPage {

    private static final long MEBIBYTE = 1024 * 1024;

    @Inject
    private HttpServletRequest request;

    @Inject
    private OwnCase own;

    @Inject
    private SaveAnswers save;

    @Inject
    private UploadSettings uploads;

    private ShownSection section;
    private Refusal refusal;

    /** Opens the section; saves what was sent. */
    public void act() throws IOException {
        if (own.find().isEmpty() || definition().isEmpty()) {
            Faces.notFound();
        } else if (Faces.isPost()) {
            post();
        }
    }

    private Optional<Section> definition() {
        String id = request.getParameter("section");
        return id == null ? Optional.empty() : own.content().definition().section(id);
    }

    private void post() throws IOException {
        JsonObjectBuilder changes =
                Json.createObjectBuilder(SentAnswers.changes(getSection(), request.getParameterMap()));
        Faces.sent("add").flatMap(this::tableNamed).ifPresent(table -> changes.add(newRow(table), ""));
        Faces.sent("remove").ifPresent(row -> {
            dropCells(changes, row);
            changes.add(row, JsonValue.NULL);
        });
        Outcome<SaveAnswers.Saved> outcome =
                save.change(own.actor(), own.getNumber(), Faces.sentVersion("seen"), changes.build());
        if (outcome.isDone()) {
            Faces.goTo(Faces.sent("done").isPresent() ? own.getAddress() : address());
        } else {
            refusal = outcome.reason().orElseThrow();
            own.reload();
            section = null;
        }
    }

    private String address() {
        return Addresses.section(own.getNumber(), getSection().id());
    }

    private Optional<ShownField> tableNamed(String path) {
        return getSection().fields().stream()
                .filter(f -> f.path().equals(path) && f.table() != null && f.table().canAdd())
                .findFirst();
    }

    /** The path of a new row's first cell: a cell of a row that is not there begins it. */
    private static String newRow(ShownField table) {
        String first = table.table().blank().cells().get(0).path();
        return first.replace(FormView.NEW_ROW, "r" + UUID.randomUUID().toString().substring(0, 8));
    }

    private static void dropCells(JsonObjectBuilder changes, String row) {
        JsonObject all = changes.build();
        all.forEach((path, value) -> {
            if (!path.startsWith(row + ".")) {
                changes.add(path, value);
            }
        });
    }

    public ShownSection getSection() {
        if (section == null) {
            section = own.form(getShownProblems()).section(definition().orElseThrow());
        }
        return section;
    }

    /** 五、工作室成员情况. */
    public String getHeading() {
        String numerals = Texts.of(own.locale(), "my.section.numerals");
        int ordinal = getSection().ordinal();
        String numeral = ordinal <= numerals.length()
                ? numerals.substring(ordinal - 1, ordinal)
                : Integer.toString(ordinal);
        return Texts.of(own.locale(), "my.section.heading", numeral, getSection().title());
    }

    /** Who comes from the check sees all there is to do; who comes to fill in is not reproached with what is empty. */
    public boolean isThorough() {
        return request.getParameter("check") != null || own.isReturned();
    }

    private List<Problem> getShownProblems() {
        return own.problems().stream().filter(p -> isThorough() || !p.missing()).toList();
    }

    /** For the summary on top. */
    public List<Problem> getProblems() {
        String here = definition().orElseThrow().id();
        return getShownProblems().stream()
                .filter(p -> p.section().equals(here) && !p.warning())
                .toList();
    }

    public List<Pin> getPins() {
        return own.getPins().stream()
                .filter(p -> p.section().equals(getSection().id()))
                .toList();
    }

    public String getRefusal() {
        return refusal == null ? null : Words.of(refusal, own.locale());
    }

    public boolean isDocumented() {
        return !getSection().documents().isEmpty() || !getSection().perRow().isEmpty();
    }

    public Task getPrevious() {
        int ordinal = getSection().ordinal();
        return ordinal == 1 ? null : own.getTasks().get(ordinal - 2);
    }

    public Task getNext() {
        List<Task> tasks = own.getTasks();
        int ordinal = getSection().ordinal();
        return ordinal == tasks.size() ? null : tasks.get(ordinal);
    }

    /** When the answers were saved last, to the second. */
    public String getSavedAt() {
        return ShownDates.timeToTheSecond(own.getSummary().changedAt());
    }

    public long getMaxBytes() {
        return uploads.maxBytes();
    }

    public long getMaxMegabytes() {
        return uploads.maxBytes() / MEBIBYTE;
    }
}
