package gov.tianmu.acceptance.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.engine.modules.definition.DefinitionReader;
import gov.tianmu.engine.modules.definition.DefinitionReading;
import gov.tianmu.engine.modules.definition.ModuleContent;
import gov.tianmu.spi.definition.CallDefinition;
import gov.tianmu.spi.definition.NoticeDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vendor gets next year's notice as a project that the portal's own reader finds in order. */
class NewNoticeTest {

    private static final Path SCRIPT = Path.of("../../scripts/new-notice").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @Test
    void nextYearsNoticeIsSoundAndHasItsOwnNumberIdsAndDates() throws Exception {
        Path project = folder.resolve("notice-2024");

        assertEquals(0, run("--count", "31", "2024", project.toString()));

        NoticeDefinition notice = read(project);
        assertEquals("2024-31", notice.id());
        assertEquals("临人社发〔2024〕31号", notice.number());
        assertEquals(2024, notice.issuedOn().getYear());
        assertEquals(
                List.of("2024-31-recognition", "2024-31-evaluation"),
                notice.calls().stream().map(CallDefinition::id).toList());
        for (CallDefinition call : notice.calls()) {
            assertEquals(2024, LocalDate.ofInstant(call.opens(), ZoneId.of("Asia/Shanghai")).getYear());
            assertEquals(2024, LocalDate.ofInstant(call.closes(), ZoneId.of("Asia/Shanghai")).getYear());
        }
        String build = Files.readString(project.resolve("pom.xml"));
        assertTrue(build.contains("tianmu-contract"), "nothing holds it against the contract");
        String headers = Files.readString(project.resolve("bnd.bnd"));
        assertTrue(headers.contains("Tianmu-Notice: notice.xml") && headers.contains("program=studio-recognition"), headers);
    }

    @Test
    void aFolderThatHoldsSomethingIsLeftAlone() throws Exception {
        Files.writeString(folder.resolve("mine.txt"), "mine");

        assertTrue(run("2024", folder.toString()) != 0);

        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    private int run(String... args) throws Exception {
        List<String> command = Stream.concat(Stream.of(SCRIPT.toString()), Stream.of(args)).toList();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static NoticeDefinition read(Path project) {
        Path resources = project.resolve("src/main/resources");
        DefinitionReading<NoticeDefinition> reading =
                new DefinitionReader().notice(new ProjectFiles(resources), "notice.xml", "1.0.0");
        return ((DefinitionReading.Sound<NoticeDefinition>)
                        assertInstanceOf(DefinitionReading.Sound.class, reading, () -> reading.toString()))
                .definition();
    }

    /** The files of a folder as those of a module. */
    private record ProjectFiles(Path folder) implements ModuleContent {

        @Override
        public Optional<byte[]> part(String name) {
            try {
                Path file = folder.resolve(name);
                return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public Collection<String> names() {
            try (Stream<Path> all = Files.walk(folder)) {
                return all.filter(Files::isRegularFile)
                        .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                        .toList();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
