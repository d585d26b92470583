package gov.tianmu.studio.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.engine.modules.definition.DefinitionReader;
import gov.tianmu.engine.modules.definition.DefinitionReading;
import gov.tianmu.engine.modules.definition.ModuleContent;
import gov.tianmu.engine.modules.pages.ContributedPage;
import gov.tianmu.spi.answers.Answers;
import gov.tianmu.spi.definition.Text;
import gov.tianmu.spi.page.OpenCall;
import gov.tianmu.spi.page.OwnCase;
import gov.tianmu.spi.page.PageView;
import gov.tianmu.spi.page.TitleView;
import gov.tianmu.spi.page.TitleView.Standing;
import gov.tianmu.spi.rule.CaseView;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** 工作室概况: what the unit holds with the time left, the case under way, what to do next. */
class StudioOverviewTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final LocalDate TODAY = LocalDate.of(2023, 4, 20);
    private static final OpenCall CALL =
            new OpenCall("2023-26-recognition", Text.of("认定"), "2023-26", "26号", Instant.parse("2023-05-08T15:59:59Z"));

    @Test
    void aTitleShowsHowLongItStillRuns() {
        assertLeft("2026-04-19", "years");
        assertLeft("2025-09-30", "years-months");
        assertLeft("2023-12-31", "months");
        assertLeft("2023-07-18", "days");
        assertLeft("2023-04-20", "days");
        assertLeft("2023-04-19", "");
    }

    @Test
    void theLastDayCounts() {
        StudioOverview.Studio studio = overview(List.of(title(Standing.VALID, "2023-04-20")), List.of(), List.of())
                .studios()
                .get(0);

        assertEquals(1, studio.days());
        assertEquals("wait", studio.tag());
    }

    @Test
    void aStudioOfAnEarlierListHasAYearOnly() {
        StudioOverview.Studio studio = overview(
                        List.of(new TitleView(
                                "工作室", "", "", 2020, Optional.empty(), Optional.empty(), Standing.UNDER_EVALUATION)),
                        List.of(),
                        List.of(CALL))
                .studios()
                .get(0);

        assertEquals("under-evaluation", studio.standing());
        assertEquals("wait", studio.tag());
        assertEquals("", studio.left());
        assertTrue(!studio.dated());
    }

    @Test
    void aUnitWithoutAStudioIsLedToTheCallAndOneWithACaseToTheCase() {
        assertEquals(Optional.of(CALL), overview(List.of(), List.of(), List.of(CALL)).next());
        assertEquals(Optional.empty(), overview(List.of(), List.of(), List.of()).next());

        StudioOverview.Overview applying =
                overview(List.of(), List.of(own("declined", true), own("returned", false)), List.of(CALL));
        assertEquals(Optional.empty(), applying.next());
        assertEquals("returned", applying.running().orElseThrow().stage());
        assertTrue(applying.running().orElseThrow().ours());
    }

    @Test
    void aUnitWhoseTitleEndedMayApplyAgainAndOneThatHoldsItNeedNot() {
        assertEquals(
                Optional.of(CALL),
                overview(List.of(title(Standing.EXPIRED, "2020-01-01")), List.of(), List.of(CALL)).next());
        assertEquals(
                Optional.empty(),
                overview(List.of(title(Standing.UNDER_EVALUATION, "2023-01-01")), List.of(), List.of(CALL)).next());
    }

    @Test
    void thePageIsInOrder() {
        DefinitionReading<List<ContributedPage>> reading = new DefinitionReader().pages(new Sources(), "program.xml");

        assertTrue(reading instanceof DefinitionReading.Sound, reading::toString);
        ContributedPage page = ((DefinitionReading.Sound<List<ContributedPage>>) reading).definition().get(0);
        assertEquals(new Text("工作室概况", "Our Studio"), page.title());
    }

    @Test
    void everyWordThePageUsesIsThereInBothLanguages() throws IOException {
        Set<String> used = new TreeSet<>();
        for (String name : new Sources().names()) {
            if (name.endsWith(".xhtml")) {
                Pattern.compile("m\\.(?:msg\\[|text\\()'([a-z.-]+[a-z])'[\\],)]")
                        .matcher(Files.readString(RESOURCES.resolve(name)))
                        .results()
                        .forEach(found -> used.add(found.group(1)));
            }
        }
        for (Standing standing : Standing.values()) {
            String key = "standing." + standing.name().toLowerCase(Locale.ROOT).replace('_', '-');
            used.addAll(List.of(key, key + ".what"));
        }
        Stream.of("draft", "submitted", "returned", "accepted", "reviewed", "listed", "publicised")
                .forEach(stage -> used.add("stage." + stage));
        Stream.of("years", "years-months", "months", "days").forEach(left -> used.add("left." + left));

        assertTrue(used.size() > 30);
        assertEquals(used, new TreeSet<>(words("messages.properties")));
        assertEquals(used, new TreeSet<>(words("messages_en.properties")));
    }

    private static Set<String> words(String file) throws IOException {
        Properties words = new Properties();
        try (var in = new InputStreamReader(
                Files.newInputStream(RESOURCES.resolve("pages").resolve(file)), StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return words.stringPropertyNames();
    }

    private static void assertLeft(String until, String left) {
        StudioOverview.Studio studio = overview(List.of(title(Standing.VALID, until)), List.of(), List.of())
                .studios()
                .get(0);
        assertEquals(left, studio.left(), until);
    }

    private static TitleView title(Standing standing, String until) {
        LocalDate last = LocalDate.parse(until);
        return new TitleView(
                "工作室", "领衔人", "钳工", 2020, Optional.of(last.plusDays(1).minusYears(3)), Optional.of(last), standing);
    }

    private static OwnCase own(String stage, boolean over) {
        return new OwnCase(
                "2023-0001",
                "工作室",
                Text.of("认定"),
                stage,
                over,
                TODAY,
                Optional.empty(),
                new CaseView(TODAY, Answers.EMPTY, Map.of()));
    }

    private static StudioOverview.Overview overview(List<TitleView> titles, List<OwnCase> cases, List<OpenCall> calls) {
        return (StudioOverview.Overview) new StudioOverview().prepare(new Seen(titles, cases, calls));
    }

    private record Seen(List<TitleView> titles, List<OwnCase> cases, List<OpenCall> openCalls) implements PageView {

        @Override
        public String page() {
            return "overview";
        }

        @Override
        public Optional<String> organisation() {
            return Optional.of("示例公司");
        }

        @Override
        public LocalDate today() {
            return TODAY;
        }

        @Override
        public String locale() {
            return "zh-CN";
        }

        @Override
        public Map<String, String> parameters() {
            return Map.of();
        }
    }

    /** The module's files as they lie in the sources. */
    private static final class Sources implements ModuleContent {

        @Override
        public Optional<byte[]> part(String name) {
            try {
                Path file = RESOURCES.resolve(name);
                return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public Collection<String> names() {
            try (Stream<Path> files = Files.walk(RESOURCES)) {
                return files.filter(Files::isRegularFile)
                        .map(file -> RESOURCES.relativize(file).toString().replace('\\', '/'))
                        .toList();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
