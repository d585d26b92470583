package gov.tianmu.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import gov.tianmu.testing.ModuleJar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The contract takes good modules, and tells the author of a bad one what to do. */
class ModuleContractTest {

    /** As an author writes it. The build itself does not run it: it is no class of its own. */
    static final class OfAProgram extends ProgramContract {}

    static final class OfANotice extends NoticeContract {}

    @TempDir
    private Path folder;

    @AfterEach
    void forget() {
        System.clearProperty("tianmu.module");
    }

    @Test
    void aSoundProgramPassesWhole() throws Exception {
        Map<String, String> failures = failures(
                SampleModule.program().rule(SampleRules.Sound.class, "sample"), selectClass(OfAProgram.class));

        assertEquals(Map.of(), failures);
    }

    @Test
    void aSoundPagePasses() throws Exception {
        Map<String, String> failures = failures(
                SampleModule.page(SampleModule.program(), SampleRules.Shows.class, "shown"),
                selectClass(OfAProgram.class));

        assertEquals(Map.of(), failures);
    }

    @Test
    void aSoundNoticePassesWhole() throws Exception {
        assertEquals(Map.of(), failures(SampleModule.notice(), selectClass(OfANotice.class)));
    }

    @Test
    void aMistakeInTheDefinitionIsToldOnce() throws Exception {
        Map<String, String> failures = failures(
                SampleModule.program().replace("program.xml", "name-field=\"name\"", "name-field=\"nmae\""),
                selectClass(OfAProgram.class));

        assertEquals(List.of("itsDefinitionIsSound"), List.copyOf(failures.keySet()));
    }

    static Stream<Arguments> flaws() {
        return Stream.of(
                program("itIsABundleOfOneKind", "no OSGi bundle", m -> m.header("Bundle-SymbolicName", null)),
                program("itIsABundleOfOneKind", "not Tianmu-Notice", m -> m.header("Tianmu-Notice", "notice.xml")),
                program("itsNameAndVersionAreWellFormed", "..", m -> m.header("Bundle-SymbolicName", "..")),
                program("itsNameAndVersionAreWellFormed", "three numbers", m -> m.header("Bundle-Version", "1")),
                program("itImportsOnlyWhatThePortalExports", "gov.tianmu.engine.casefile", m -> m.header(
                        "Import-Package", "gov.tianmu.engine.casefile;resolution:=optional,javax.xml.parsers")),
                program("itImportsOnlyWhatThePortalExports", "org.osgi.framework", m -> m.header(
                        "Import-Package", "org.osgi.framework")),
                program("itOffersAndStartsNothingButWhatItDefines", "Bundle-Activator", m -> m.header(
                        "Bundle-Activator", "test.Activator")),
                program("itOffersAndStartsNothingButWhatItDefines", "Export-Package", m -> m.header(
                        "Export-Package", "test.api")),
                program("itHidesNothing", "lib/some.jar", m -> m.file("lib/some.jar", "PK")),
                program("itHidesNothing", "Bundle-ClassPath", m -> m.header("Bundle-ClassPath", ".,lib")),
                program("itsDefinitionIsSound", "program.xml:", m -> m.replace(
                        "program.xml", "<result ", "<resutl ")),
                program("everyWordHasItsEnglish", "field.name.label = 名称", m -> m.replace(
                        "messages_en.properties", "field.name.label = Name", "")),
                program("itsManifestSaysWhatItsDefinitionSays", "provides [other 1.2.3]", m -> m.header(
                        "Provide-Capability", "tianmu.program;program=other;version:Version=\"1.2.3\"")),
                program("itsFormCanBeFilledIn", "count: money.decimals", m -> m
                        .replace("program.xml", "<number id=\"count\"", "<money id=\"count\" max=\"0.001\"")
                        .replace("program.xml", "</number>", "</money>")),
                program("itsRulesAnswerWhateverADraftHolds", "Trusting failed", m -> m.rule(
                        SampleRules.Trusting.class, "sample")),
                program("itsRulesSayTheSameAgainAndFromManyThreads", "keeps nothing between calls", m -> m.rule(
                        SampleRules.Counting.class, "sample")),
                program("itsFindingsPointIntoTheFormInBothLanguages", "\"nmae\"", m -> m.rule(
                        SampleRules.Astray.class, "sample")),
                program("itsFindingsPointIntoTheFormInBothLanguages", "one of the two languages", m -> m.rule(
                        SampleRules.OneLanguage.class, "sample")),
                program("thePortalHearsEveryComponent", "tianmu.program=sample", m -> m.rule(
                        SampleRules.Sound.class, "other")),
                program("itsRulesAnswerWhateverADraftHolds", "no answer within 2000 ms", m -> m.rule(
                        SampleRules.SlowToStart.class, "sample")),
                program("itLeavesNothingInMemoryWhenItGoes", "still in memory", m -> m.rule(
                        SampleRules.LeavesAThread.class, "sample")),
                program("itsFormPrints", "print/application-form.xsl", m -> m.file(
                        "print/application-form.xsl", "<xsl:stylesheet/>")),
                program("everyNameThatItsPagesUseIsFilledWithPlainDataWhoeverAsks", "[shown]",
                        m -> SampleModule.page(m, SampleRules.Shows.class, "other")),
                program("everyNameThatItsPagesUseIsFilledWithPlainDataWhoeverAsks", "cannot be filled",
                        m -> SampleModule.page(m, SampleRules.ShowsItsOwn.class, "shown")),
                program("everyNameThatItsPagesUseIsFilledWithPlainDataWhoeverAsks", "plain data",
                        m -> SampleModule.page(m, SampleRules.ShowsAThread.class, "shown")),
                notice("itHasNoJava", "Take the classes out", m -> m.classFile(SampleRules.Sound.class)),
                notice("itsDefinitionIsSound", "does not open before it closes", m -> m.replace(
                        "notice.xml", "closes=\"2024-02-02", "closes=\"2023-02-02")),
                notice("itsManifestSaysWhatItsDefinitionSays", "does not require", m -> m.header(
                        "Require-Capability", null)),
                notice("itsProgramsVersionsAreBoundedOnBothSides", "sample ≥1.0: write", m -> m.header(
                        "Require-Capability", "tianmu.program;filter:=\"(&(program=sample)(version>=1.0))\"")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("flaws")
    void aFlawIsToldWithWhatToDo(String test, String words, ModuleJar module, Class<?> contract) throws Exception {
        Map<String, String> failures = failures(module, selectMethod(contract, test));

        assertEquals(List.of(test), List.copyOf(failures.keySet()), "its failures");
        assertTrue(failures.get(test).contains(words), () -> failures.get(test));
    }

    private static Arguments program(String test, String words, Flaw flaw) {
        return Arguments.of(test, words, flaw.in(SampleModule.program()), OfAProgram.class);
    }

    private static Arguments notice(String test, String words, Flaw flaw) {
        return Arguments.of(test, words, flaw.in(SampleModule.notice()), OfANotice.class);
    }

    private interface Flaw {

        ModuleJar in(ModuleJar module);
    }

    /** What fails, with its message. */
    private Map<String, String> failures(ModuleJar module, DiscoverySelector what) throws IOException {
        System.setProperty("tianmu.module", module.write(folder.resolve("module.jar")).toString());
        LauncherDiscoveryRequest request =
                LauncherDiscoveryRequestBuilder.request().selectors(what).build();
        Map<String, String> failures = new LinkedHashMap<>();
        List<String> ran = new ArrayList<>();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                String name = test.getLegacyReportingName().replace("()", "");
                if (test.isTest()) {
                    ran.add(name);
                }
                if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                    failures.put(name, String.valueOf(result.getThrowable().map(Throwable::getMessage).orElse("")));
                }
            }
        });
        assertTrue(!ran.isEmpty() || !failures.isEmpty(), "nothing ran");
        return failures;
    }
}
