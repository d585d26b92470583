package gov.tianmu.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.engine.casefile.AnswerCheck;
import gov.tianmu.engine.modules.ModuleKind;
import gov.tianmu.engine.modules.ModuleRehearsal;
import gov.tianmu.engine.modules.ModuleWiring;
import gov.tianmu.engine.modules.ProgramRequirement;
import gov.tianmu.engine.modules.ProgramUse;
import gov.tianmu.engine.modules.RuleAnswer;
import gov.tianmu.engine.modules.definition.DefinitionReading;
import gov.tianmu.engine.print.AnswersOnPaper;
import gov.tianmu.engine.print.FormPrinter;
import gov.tianmu.engine.print.PrintException;
import gov.tianmu.engine.print.PrintSource;
import gov.tianmu.engine.print.StylesheetSource;
import gov.tianmu.spi.answers.Answers;
import gov.tianmu.spi.definition.Field;
import gov.tianmu.spi.definition.ProgramDefinition;
import gov.tianmu.spi.page.PageView;
import gov.tianmu.spi.rule.CaseView;
import gov.tianmu.spi.rule.Finding;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What every program module must pass. Extend it in the module's own tests, with nothing in it:
 *
 * <pre>{@code
 * class MyProgramTest extends ProgramContract {}
 * }</pre>
 */
public abstract class ProgramContract extends ModuleContract {

    private static final int THREADS = 8;
    private static final Pattern PAGE = Pattern.compile("<page\\b[^>]*\\bid=[\"']([^\"']+)[\"']");
    private static final Pattern CELL = Pattern.compile("([a-z][a-z0-9-]*)\\[([^\\]]+)\\](?:\\.([a-z][a-z0-9-]*))?");

    /** As a notice would give them; a rule that needs one of another name must do without it. */
    private static final Map<String, String> PARAMETERS = Map.of("grant", "30000", "quota", "5");

    protected ProgramContract() {
        super(ModuleKind.PROGRAM);
    }

    @Override
    DefinitionReading<?> reading() {
        return module().program();
    }

    private ProgramDefinition program() {
        return ((DefinitionReading.Sound<ProgramDefinition>) module().program()).definition();
    }

    @Override
    String id() {
        return program().id();
    }

    @Override
    boolean isLive(ModuleRehearsal somewhere) {
        Optional<ProgramUse> use = somewhere.enter(id());
        use.ifPresent(ProgramUse::close);
        return use.isPresent() && somewhere.program(id()).isPresent();
    }

    @Override
    List<String> contradictions(ModuleWiring wiring) {
        String expected = program().id() + " " + module().header("Bundle-Version");
        return wiring.programs().equals(List.of(expected))
                ? List.of()
                : List.of("The manifest provides " + wiring.programs() + ", the definition is " + expected
                        + ". Write Provide-Capability: tianmu.program;program=" + program().id()
                        + ";version:Version=\"${Bundle-Version}\"");
    }

    @Override
    List<ProgramRequirement> needs(ModuleWiring wiring) {
        return List.of();
    }

    @Test
    public void itsFormCanBeFilledIn() {
        assumeSound();
        AnswerCheck check = new AnswerCheck(program(), SampleForms.today());
        for (Answers answers : new SampleForms(program()).everyWay()) {
            List<String> wrong = check.check(answers).stream()
                    .map(violation -> violation.field() + ": " + violation.code())
                    .toList();
            assertEquals(
                    List.of(),
                    wrong,
                    "Answers of the right types that fill the form are refused. Look at the limits of these fields"
                            + " (max-length, min, max, rows) and at conditions that exclude each other.");
        }
    }

    @Test
    public void itsRulesAnswerWhateverADraftHolds() throws Exception {
        whileItRuns(() -> {
            for (Answers answers : new SampleForms(program()).drafts()) {
                for (RuleAnswer answer : rehearsal().ask(id(), view(answers))) {
                    assertTrue(
                            answer.failure().isEmpty(),
                            () -> answer.rule() + " failed: " + trace(answer) + "\nA draft may hold nothing, or"
                                    + " anything; a"
                                    + " rule that cannot judge finds nothing. It was asked about " + answers.values());
                }
            }
        });
    }

    @Test
    public void itsRulesSayTheSameAgainAndFromManyThreads() throws Exception {
        whileItRuns(() -> {
            List<Answers> forms = new SampleForms(program()).everyWay();
            List<List<RuleSaid>> first = forms.stream().map(this::said).toList();
            List<Answers> backwards = new ArrayList<>(forms);
            Collections.reverse(backwards);
            List<List<RuleSaid>> again = new ArrayList<>(backwards.stream().map(this::said).toList());
            Collections.reverse(again);
            assertEquals(first, again, KEEPS_STATE);
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            try {
                List<Future<List<List<RuleSaid>>>> everybody = new ArrayList<>();
                for (int thread = 0; thread < THREADS; thread++) {
                    everybody.add(threads.submit(() -> forms.stream().map(this::said).toList()));
                }
                for (Future<List<List<RuleSaid>>> one : everybody) {
                    assertEquals(first, one.get(), KEEPS_STATE);
                }
            } finally {
                threads.shutdownNow();
            }
        });
    }

    private static final String KEEPS_STATE =
            "Its rules do not say the same about the same form. A rule keeps nothing between calls, looks at no"
                    + " clock (the"
                    + " view has the day) and shares nothing between threads.";

    @Test
    public void itsFindingsPointIntoTheFormInBothLanguages() throws Exception {
        whileItRuns(() -> {
            for (Answers answers : new SampleForms(program()).drafts()) {
                for (RuleAnswer answer : rehearsal().ask(id(), view(answers))) {
                    answer.findings().forEach(finding -> check(answer.rule(), finding, answers));
                }
            }
        });
    }

    private void check(String rule, Finding finding, Answers answers) {
        assertTrue(
                pointsIntoTheForm(finding.field(), answers),
                () -> rule + " found something at \"" + finding.field() + "\", where the form has nothing. Name a"
                        + " field's id,"
                        + " table[row id].column, or nothing when the whole form is meant.");
        assertTrue(
                finding.code().matches("[a-z][a-z0-9-]*"),
                () -> rule + ": the code \"" + finding.code() + "\" should be lower case with hyphens.");
        assertTrue(
                !finding.message().zh().isBlank() && !finding.message().en().isBlank(),
                () -> rule + ": the finding " + finding.code() + " says nothing in one of the two languages.");
    }

    private boolean pointsIntoTheForm(String place, Answers answers) {
        Matcher cell = CELL.matcher(place);
        if (place.isEmpty() || program().field(place).isPresent()) {
            return true;
        }
        if (!cell.matches()) {
            return false;
        }
        Optional<Field> table = program().field(cell.group(1));
        return table.isPresent()
                && answers.row(cell.group(1), cell.group(2)).isPresent()
                && (cell.group(3) == null || table.get().column(cell.group(3)).isPresent());
    }

    @Test
    public void thePortalHearsEveryComponent() throws Exception {
        whileItRuns(() -> assertEquals(
                List.of(),
                rehearsal().unheard(id()),
                "It has rules or page models that the portal never asks. Write @Component(property ="
                        + " \"tianmu.program=" + id()
                        + "\") on each."));
    }

    @Test
    public void everyNameThatItsPagesUseIsFilledWithPlainDataWhoeverAsks() throws Exception {
        whileItRuns(() -> {
            try (ProgramUse use = rehearsal().enter(id()).orElseThrow()) {
                PageModels models = new PageModels(use);
                Set<String> unfilled = new TreeSet<>(PageModels.namesIn(module()));
                unfilled.removeAll(models.names());
                assertEquals(
                        Set.of(),
                        unfilled,
                        "Its pages use #{m.NAME} with names that nothing fills. Write a PageModel with"
                                + " @Component(property = {\"tianmu.program=" + id() + "\", \"tianmu.bean=NAME\"}).");
                for (String name : models.names()) {
                    for (PageView view : SampleView.all(pages(), new SampleForms(program()).whole())) {
                        models.check(name, view);
                    }
                }
            }
        });
    }

    /** The ids of the pages that the definition lists. */
    private List<String> pages() {
        String definition = new String(
                module().part(module().header(ModuleKind.PROGRAM.header())).orElseThrow(), StandardCharsets.UTF_8);
        return PAGE.matcher(definition).results().map(page -> page.group(1)).toList();
    }

    @Test
    public void itsFormPrints() throws IOException {
        assumeSound();
        SampleForms forms = new SampleForms(program());
        for (String name : module().names()) {
            if (name.startsWith("print/") && name.endsWith(".xsl")) {
                StylesheetSource stylesheet =
                        new StylesheetSource(id() + "/" + name, module().part(name).orElseThrow());
                for (Answers answers : List.of(Answers.EMPTY, forms.whole())) {
                    print(stylesheet, answers);
                }
            }
        }
    }

    private void print(StylesheetSource stylesheet, Answers answers) throws IOException {
        try {
            new FormPrinter()
                    .print(
                            new PrintSource(
                                    "",
                                    program().title().zh(),
                                    "样例",
                                    Optional.empty(),
                                    "杭州样例制造有限公司",
                                    AnswersOnPaper.sections(program(), answers),
                                    List.of()),
                            stylesheet,
                            OutputStream.nullOutputStream());
        } catch (PrintException faulty) {
            throw new AssertionError(
                    "The style sheet does not print the form: " + faulty.getMessage() + ". It is XSLT 1.0 and reads"
                            + " nothing"
                            + " but the application.",
                    faulty);
        }
    }

    @Override
    void use() {
        super.use();
        rehearsal().ask(id(), view(new SampleForms(program()).whole()));
    }

    private void whileItRuns(Piece piece) throws Exception {
        assumeSound();
        start(rehearsal(), module().jar());
        try {
            piece.happens();
        } finally {
            stop(rehearsal());
        }
    }

    private List<RuleSaid> said(Answers answers) {
        return rehearsal().ask(id(), view(answers)).stream()
                .map(answer -> new RuleSaid(answer.rule(), answer.findings(), answer.failure().map(Object::toString)))
                .toList();
    }

    private static CaseView view(Answers answers) {
        return new CaseView(SampleForms.today(), answers, PARAMETERS);
    }

    private static String trace(RuleAnswer answer) {
        Throwable failure = answer.failure().orElseThrow();
        return failure + Arrays.stream(failure.getStackTrace())
                .limit(3)
                .map(frame -> "\n    at " + frame)
                .collect(Collectors.joining());
    }

    /** A rule's answer without the time it took. */
    private record RuleSaid(String rule, List<Finding> findings, Optional<String> failure) {}

    private interface Piece {

        void happens() throws Exception;
    }
}
