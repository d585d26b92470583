package gov.tianmu.acceptance.container;

import static gov.tianmu.acceptance.container.People.ADMIN;
import static gov.tianmu.acceptance.container.People.APPLICANT;
import static gov.tianmu.acceptance.container.People.OFFICER;
import static gov.tianmu.acceptance.container.SmallApplication.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.engine.casefile.BeginCase;
import gov.tianmu.engine.casefile.SaveAnswers;
import gov.tianmu.engine.home.PortalHome;
import gov.tianmu.engine.modules.ModuleRow;
import gov.tianmu.engine.modules.ModuleRuntime;
import gov.tianmu.engine.modules.ModuleState;
import gov.tianmu.engine.modules.console.ApplyProposal;
import gov.tianmu.engine.modules.console.CasesInHand;
import gov.tianmu.engine.modules.console.DiscardProposal;
import gov.tianmu.engine.modules.console.ExamineProposal;
import gov.tianmu.engine.modules.console.ExaminedProposal;
import gov.tianmu.engine.modules.console.ListModules;
import gov.tianmu.engine.modules.console.ModuleDetail;
import gov.tianmu.engine.modules.console.ModuleOverview;
import gov.tianmu.engine.modules.console.OperateModule;
import gov.tianmu.engine.modules.console.ProposalState;
import gov.tianmu.engine.modules.console.ProposeModule;
import gov.tianmu.engine.modules.console.ReadModule;
import gov.tianmu.engine.modules.console.ReportGrade;
import gov.tianmu.engine.usecase.AccessRefusedException;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.PageRequest;
import gov.tianmu.engine.usecase.Refusal;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an administrator does with modules: nothing runs that was not decided on, and everything done is told. */
class ModuleConsoleIT extends OnServer {

    private static final ChangingProgram.Version FIRST = ChangingProgram.Version.first();
    private static final ChangingProgram.Version SECOND =
            FIRST.but("1.1.0", "<number id='staff' label='职工人数' max='500'/>", "<number id='staff' label='职工总数'/>");
    private static final ChangingProgram.Version NARROWER = FIRST.but("1.2.0", "max-length='20'", "max-length='2'");
    private static final PageRequest PAGE = new PageRequest(1, 20);

    @Inject
    private ChangingProgram program;

    @Inject
    private ProposeModule proposing;

    @Inject
    private ExamineProposal examining;

    @Inject
    private ApplyProposal applying;

    @Inject
    private DiscardProposal discarding;

    @Inject
    private OperateModule operating;

    @Inject
    private ReadModule reading;

    @Inject
    private ListModules listing;

    @Inject
    private BeginCase beginning;

    @Inject
    private SaveAnswers saving;

    @Inject
    private SentStatements statements;

    @Inject
    private PortalHome home;

    @BeforeEach
    void theFirstVersionRuns() throws Exception {
        tables.change("delete from module_proposal");
        for (String file : left()) {
            Files.delete(proposedFolder().resolve(file));
        }
        program.begin();
    }

    @AfterEach
    void leaveThePortalAsItWas() throws Exception {
        for (ModuleOverview each : listing.list(ADMIN)) {
            if (each.row().name().equals(ChangingProgram.MODULE) && each.row().state() == ModuleState.STOPPED
                    && !each.row().file().isEmpty()) {
                done(operating.start(ADMIN, ChangingProgram.MODULE));
            }
        }
        program.end();
    }

    @Test
    void anUploadIsKeptAsideAndToldAndRunsOnlyWhenItIsApplied() throws Exception {
        ExaminedProposal examined = proposed(SECOND);
        assertTrue(examined.report().mayStart());
        assertEquals(Optional.of("1.0.0"), examined.report().inForce());
        assertFalse(examined.report().comparison().orElseThrow().isEmpty());
        assertEquals("1.0.0", module().version(), "nothing of it runs");
        assertEquals(examined.proposal(), overview().proposal().orElseThrow());
        assertTrue(Files.exists(jarOf(examined)));

        ModuleRow applied = done(apply(examined, false));
        assertEquals("1.1.0", applied.version());
        assertEquals(ModuleState.ACTIVE, applied.state());
        assertEquals(ProposalState.APPLIED, done(examining.read(ADMIN, id(examined))).state());
        assertFalse(Files.exists(jarOf(examined)), "its jar is no longer needed");
        assertEquals("module.proposal-decided", code(apply(examined, false)));
        assertEquals("module.proposal-decided", code(discarding.discard(ADMIN, id(examined))));
        assertEquals(List.of("module.proposed", "module.applied"), lastDeeds(2));
    }

    @Test
    void theVersionBeforeComesBackInOneActionAndTheHistoryNamesWhoDidIt() throws Exception {
        done(apply(proposed(SECOND), false));
        ModuleRow back = done(operating.rollBack(ADMIN, ChangingProgram.MODULE, false));
        assertEquals("1.0.0", back.version());
        ModuleDetail detail = done(reading.read(ADMIN, ChangingProgram.MODULE, PAGE));
        assertEquals("admin01", detail.history().items().get(0).account());
        assertTrue(detail.history().items().stream().allMatch(e -> e.module().equals(ChangingProgram.MODULE)));
        assertEquals(List.of("module.rolled-back"), lastDeeds(1));
        ModuleDetail cut = done(reading.read(ADMIN, ChangingProgram.MODULE, new PageRequest(1, 1)));
        assertEquals(1, cut.history().items().size());
        assertEquals(detail.history().total(), cut.history().total());
    }

    @Test
    void aModuleOthersNeedIsStoppedAndRemovedOnlyOnceTheyWereNamed() throws Exception {
        Refusal needed = operating.stop(ADMIN, ChangingProgram.MODULE, false).reason().orElseThrow();
        assertEquals("module.needed", needed.code());
        assertTrue(needed.args().toString().contains(ChangingProgram.NOTICE_TITLE), needed.args().toString());
        assertEquals("module.needed", code(operating.remove(ADMIN, ChangingProgram.MODULE, false)));
        assertEquals(ModuleState.ACTIVE, module().state());

        assertEquals(
                ModuleState.STOPPED,
                done(operating.stop(ADMIN, ChangingProgram.MODULE, true)).state());
        assertEquals(ModuleState.ACTIVE, done(operating.start(ADMIN, ChangingProgram.MODULE)).state());
        assertEquals(List.of("module.stopped", "module.started"), lastDeeds(2));
    }

    @Test
    void aLaterUploadOfTheSameModuleTakesTheEarlierOnesPlace() throws Exception {
        ExaminedProposal earlier = proposed(SECOND);
        ExaminedProposal later = proposed(NARROWER);
        assertEquals(
                ProposalState.DISCARDED, done(examining.read(ADMIN, id(earlier))).state());
        assertFalse(Files.exists(jarOf(earlier)));
        assertEquals(1, examining.open(ADMIN).size());
        done(discarding.discard(ADMIN, id(later)));
        assertEquals(List.of(), left());
        assertEquals(0, examining.open(ADMIN).size());
        assertEquals(Refusal.Kind.NOT_FOUND, examining.examine(ADMIN, "none").reason().orElseThrow().kind());
    }

    @Test
    void whatBreaksOpenCasesStartsOnlyWhenSomebodyWhoSawItSaysSo() throws Exception {
        String number = done(beginning.begin(APPLICANT, ChangingProgram.CALL)).number();
        done(saving.replace(
                APPLICANT,
                number,
                OptionalLong.empty(),
                Json.createObjectBuilder().add("name", "三个字").build()));
        assertEquals(new CasesInHand.Count(1, 0), overview().cases());
        assertEquals(1, overview().openCalls());

        ExaminedProposal examined = proposed(NARROWER);
        assertEquals(1, examined.grade().misfits());
        assertEquals("module.breaks-cases", code(apply(examined, false)));
        assertEquals(
                "module.breaks-cases",
                code(applying.apply(ADMIN, id(examined), new ApplyProposal.Decision(Optional.empty(), true))),
                "nobody saw the report");
        assertEquals("1.0.0", module().version());
        assertEquals("1.2.0", done(apply(examined, true)).version());
    }

    @Test
    void aReportThatHasBecomeWorseIsToBeLookedAtAgain() throws Exception {
        ExaminedProposal examined = proposed(NARROWER);
        assertEquals(new ReportGrade(0, 0, 0), examined.grade());
        String number = done(beginning.begin(APPLICANT, ChangingProgram.CALL)).number();
        done(saving.replace(
                APPLICANT,
                number,
                OptionalLong.empty(),
                Json.createObjectBuilder().add("name", "三个字").build()));
        assertEquals("module.report-worse", code(apply(examined, true)));
        assertEquals("1.0.0", module().version());
    }

    @Test
    void aFileThatIsNoModuleIsRefusedAndLeavesNothing() throws Exception {
        byte[] whole = ChangingProgram.jar(SECOND);
        assertEquals("module.upload.empty", code(propose(new ByteArrayInputStream(new byte[0]))));
        assertEquals(
                "module.upload.no-module",
                code(propose(new ByteArrayInputStream(Arrays.copyOf(whole, whole.length / 2)))));
        assertEquals("module.upload.no-module", code(propose(new ByteArrayInputStream("文字".getBytes()))));
        assertEquals("module.upload.too-large", code(propose(new Endless())));
        assertEquals("module.upload.cut-off", code(propose(new CutOff(whole))));
        assertEquals(List.of(), left());
        assertEquals(0, tables.count("module_proposal"));
    }

    @Test
    void anUploadWhoseJarIsLostIsToldAndStartsNothing() throws Exception {
        ExaminedProposal examined = proposed(SECOND);
        Files.delete(jarOf(examined));

        assertEquals("module.proposal-lost", code(apply(examined, false)));
        assertEquals("module.proposal-lost", code(examining.examine(ADMIN, id(examined))));
        assertEquals("1.0.0", module().version());
        done(discarding.discard(ADMIN, id(examined)));
    }

    @Test
    void aFaultyDefinitionIsKeptWithAReportByLine() throws Exception {
        ExaminedProposal examined = proposed(FIRST.but("1.3.0", "name-field='name'", "name-field='no-such'"));
        assertFalse(examined.report().mayStart());
        assertTrue(examined.report().errors().get(0).line() > 0);
        assertEquals("module.refused", code(apply(examined, false)));
        assertEquals("1.0.0", module().version());
    }

    @Test
    void onlyAnAdministratorMay() throws Exception {
        assertEquals("forbidden", code(proposing.propose(OFFICER, "x.jar", new Endless())));
        assertEquals("forbidden", code(operating.stop(OFFICER, ChangingProgram.MODULE, true)));
        assertEquals("forbidden", code(operating.rollBack(APPLICANT, ChangingProgram.MODULE, true)));
        assertEquals("forbidden", code(discarding.discard(OFFICER, "x")));
        assertThrows(AccessRefusedException.class, () -> listing.list(OFFICER));
        assertEquals(List.of(), left());
    }

    @Test
    void whatTheListCostsDoesNotGrowWithTheModules() throws Exception {
        int all = statements.during(() -> listing.list(ADMIN));
        assertTrue(all <= 5, all + " statements");
        assertTrue(listing.list(ADMIN).size() >= 4, "programs and notices are there");
    }

    private ExaminedProposal proposed(ChangingProgram.Version version) throws Exception {
        return done(propose(new ByteArrayInputStream(ChangingProgram.jar(version))));
    }

    private Outcome<ExaminedProposal> propose(InputStream content) throws Exception {
        return proposing.propose(ADMIN, "会变的事项.jar", content);
    }

    private Outcome<ModuleRow> apply(ExaminedProposal examined, boolean despiteCases) throws Exception {
        return applying.apply(
                ADMIN,
                id(examined),
                new ApplyProposal.Decision(Optional.of(examined.grade()), despiteCases));
    }

    private static String id(ExaminedProposal examined) {
        return examined.proposal().id();
    }

    private static String code(Outcome<?> outcome) {
        return outcome.reason().map(Refusal::code).orElse("done");
    }

    private ModuleOverview overview() {
        return done(reading.read(ADMIN, ChangingProgram.MODULE, PAGE)).overview();
    }

    private ModuleRow module() {
        return overview().row();
    }

    private Path proposedFolder() {
        return home.folder("modules").resolve(".proposed");
    }

    private Path jarOf(ExaminedProposal examined) {
        return proposedFolder().resolve(id(examined) + ".jar");
    }

    /** The files of proposals. */
    private List<String> left() throws IOException {
        if (!Files.isDirectory(proposedFolder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(proposedFolder())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private List<String> lastDeeds(int count) throws Exception {
        List<String> deeds = tables.words("select what from audit_entry where what like 'module.%' order by seq");
        return deeds.subList(deeds.size() - count, deeds.size());
    }

    /** More than any limit, and counts on it that nobody keeps it. */
    private static final class Endless extends InputStream {

        private long given;

        @Override
        public int read() {
            given++;
            return given > 2 * ModuleRuntime.MAX_JAR_BYTES ? -1 : 0;
        }

        @Override
        public int read(byte[] buffer, int from, int length) {
            given += length;
            return given > 2 * ModuleRuntime.MAX_JAR_BYTES ? -1 : length;
        }
    }

    /** Breaks off in the middle. */
    private static final class CutOff extends InputStream {

        private final byte[] content;
        private int at;

        CutOff(byte[] content) {
            this.content = content;
        }

        @Override
        public int read() throws IOException {
            if (at >= content.length / 2) {
                throw new IOException("the connection is gone");
            }
            return content[at++] & 0xff;
        }
    }
}
