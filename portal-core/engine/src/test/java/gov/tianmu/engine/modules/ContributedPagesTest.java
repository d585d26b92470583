package gov.tianmu.engine.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.engine.modules.definition.DefinitionError;
import gov.tianmu.engine.modules.definition.DefinitionReader;
import gov.tianmu.engine.modules.definition.DefinitionReading;
import gov.tianmu.engine.modules.definition.ModuleContent;
import gov.tianmu.engine.modules.pages.ContributedPage;
import gov.tianmu.engine.modules.pages.PageAudience;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages are read out of program.xml, and what is wrong with them has its line. */
class ContributedPagesTest {

    private static final String PROGRAM =
            """
            <program xmlns="urn:tianmu:program:1" id="sample" title="样例" summary="样例事项" case-mark="临样">
              <form><section id="main" title="主要内容"><text id="name" label="名称"/></section></form>
              <stages><stage kind="submission" title="申报"/><stage kind="decision" title="决定"/></stages>
              <result title="称号" name-field="name" valid-for="P3Y"/>
              <pages>
                %s
              </pages>
            </program>
            """;
    private static final String OVERVIEW =
            "<page id=\"overview\" view=\"pages/overview.xhtml\" audience=\"applicant\" title=\"概况\"/>";
    private static final String VIEW =
            """
            <ui:composition xmlns="http://www.w3.org/1999/xhtml" xmlns:ui="jakarta.faces.facelets" xmlns:t="gov.tianmu.portal">
              %s
            </ui:composition>
            """;

    @TempDir
    private Path home;

    private final Map<String, String> files = new LinkedHashMap<>();

    @Test
    void aProgramWithoutPagesHasNone() {
        files.put("program.xml", PROGRAM.replaceAll("(?s)<pages>.*</pages>", ""));

        assertEquals(List.of(), pages());
    }

    @Test
    void aPageHasItsViewAudienceAndTitlesInBothLanguages() {
        sample(OVERVIEW, "<p>#{m.studio.name}</p>");
        files.put("messages_en.properties", "page.overview.title = Overview\n");

        ContributedPage page = pages().get(0);

        assertEquals("sample", page.program());
        assertEquals("pages/overview.xhtml", page.view());
        assertEquals(PageAudience.APPLICANT, page.audience());
        assertEquals("概况", page.title().zh());
        assertEquals("Overview", page.title().en());
    }

    @Test
    void anEnglishTitleOfNoPageIsToldOnItsLine() {
        sample(OVERVIEW, "");
        files.put("messages_en.properties", "title = Sample\npage.overwiev.title = Overview\n");

        assertEquals(List.of("messages_en.properties:2:1"), places());
    }

    @Test
    void aViewThatIsNotThereIsToldOnThePage() {
        sample(OVERVIEW, "");
        files.remove("pages/overview.xhtml");

        assertEquals(List.of("program.xml:6"), lines());
        assertTrue(errors().get(0).message().en().contains("no file pages/overview.xhtml"));
    }

    @Test
    void twoPagesOfOneIdAreToldOnTheSecond() {
        sample(OVERVIEW + "\n" + OVERVIEW, "");

        assertEquals(List.of("program.xml:7"), lines());
    }

    @Test
    void aViewOutsideThePagesFolderIsRefused() {
        sample(OVERVIEW.replace("pages/overview", "pages/../components/overview"), "");

        assertTrue(lines().contains("program.xml:6"), () -> lines().toString());
    }

    @Test
    void aViewThatIsNotWellFormedIsToldOnItsLine() {
        sample(OVERVIEW, "<p>never closed");

        assertEquals(List.of("pages/overview.xhtml:3"), lines());
    }

    @Test
    void aPageCannotSpeakOfThePortalsBeansNorRunAScript() {
        sample(OVERVIEW, "<p title=\"#{currentActor.get()}\">#{t:date(m.a) eq 'facesContext' ? m.b : sessionScope.c}</p>"
                + "<script>alert(1)</script>");

        List<String> told = errors().stream().map(error -> error.message().en()).toList();

        assertEquals(3, told.size(), told::toString);
        assertTrue(told.toString().contains("no name currentActor"));
        assertTrue(told.toString().contains("no name sessionScope"));
        assertTrue(told.toString().contains("no script"));
    }

    @Test
    void variablesThatThePageDeclaresAreItsOwn() {
        sample(OVERVIEW, "<ui:repeat value=\"#{m.list}\" var=\"each\" varStatus=\"at\">#{at.index}: #{each.name}</ui:repeat>"
                + "<ui:include src=\"parts/x.xhtml\"><ui:param name=\"given\" value=\"1\"/></ui:include>");
        files.put("pages/parts/x.xhtml", VIEW.formatted("#{given} #{m.list.stream().filter(x -> x.good).count()}"));

        assertEquals(List.of(), errors());
    }

    @Test
    void aModuleWithABrokenPageDoesNotStart() throws Exception {
        try (TestRuntime runtime = new TestRuntime(home)) {
            TestModule.program("sample", "1.0.0", "名称")
                    .pages(OVERVIEW)
                    .file("pages/overview.xhtml", VIEW.formatted("<p>"))
                    .drop(runtime.folder, "sample.jar");
            runtime.start();

            assertEquals(Optional.of(ModuleState.REFUSED), runtime.state("sample.jar"));
            assertTrue(runtime.reason("sample.jar").contains("pages/overview.xhtml line 3"));
        }
    }

    private void sample(String pages, String body) {
        files.put("program.xml", PROGRAM.formatted(pages));
        files.put("pages/overview.xhtml", VIEW.formatted(body));
    }

    private DefinitionReading<List<ContributedPage>> read() {
        return new DefinitionReader()
                .pages(
                        new ModuleContent() {

                            @Override
                            public Optional<byte[]> part(String name) {
                                return Optional.ofNullable(files.get(name))
                                        .map(text -> text.getBytes(StandardCharsets.UTF_8));
                            }

                            @Override
                            public Collection<String> names() {
                                return files.keySet();
                            }
                        },
                        "program.xml");
    }

    private List<ContributedPage> pages() {
        DefinitionReading<List<ContributedPage>> reading = read();
        assertEquals(List.of(), errors());
        return ((DefinitionReading.Sound<List<ContributedPage>>) reading).definition();
    }

    private List<DefinitionError> errors() {
        return read() instanceof DefinitionReading.Faulty<List<ContributedPage>> faulty ? faulty.errors() : List.of();
    }

    private List<String> lines() {
        return errors().stream()
                .map(error -> error.resource() + ":" + error.line())
                .distinct()
                .toList();
    }

    private List<String> places() {
        return errors().stream()
                .map(error -> error.resource() + ":" + error.line() + ":" + error.column())
                .toList();
    }
}
