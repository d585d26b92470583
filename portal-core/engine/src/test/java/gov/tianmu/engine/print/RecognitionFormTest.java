package gov.tianmu.engine.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.engine.modules.definition.DefinitionReader;
import gov.tianmu.engine.modules.definition.DefinitionReading;
import gov.tianmu.engine.modules.definition.ModuleContent;
import gov.tianmu.spi.answers.Answers;
import gov.tianmu.spi.definition.Field;
import gov.tianmu.spi.definition.FieldType;
import gov.tianmu.spi.definition.ProgramDefinition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The recognition program's own definition with the stylesheet beside it: what is asked is what is printed. */
class RecognitionFormTest {

    private static final Path MODULE = Path.of("../../modules/studio-recognition/src/main/resources");

    /** Asked to count from the right retirement age; the notice's form has no place for it. */
    private static final Set<String> NOT_ON_THE_FORM = Set.of("leader-retirement-category");

    private final ProgramDefinition definition = definition();

    @Test
    void everyQuestionOfTheProgramHasItsPlaceOnThePaper() throws IOException {
        Map<String, Object> answers = new LinkedHashMap<>();
        Map<String, String> expected = new LinkedHashMap<>();
        for (Field field : definition.fields().toList()) {
            if (field.type() == FieldType.TABLE) {
                Map<String, Object> cells = new LinkedHashMap<>();
                for (Field column : field.columns()) {
                    cells.put(column.id(), answer(column, field.id()));
                    expected.put(field.id() + "." + column.id(), words(column, field.id()));
                }
                answers.put(field.id(), List.of(new Answers.Row("r1", new Answers(cells))));
            } else if (!NOT_ON_THE_FORM.contains(field.id())) {
                answers.put(field.id(), answer(field, ""));
                expected.put(field.id(), words(field, ""));
            }
        }
        String paper = print(new Answers(answers));
        expected.forEach((field, words) ->
                assertTrue(paper.contains(words), () -> field + ": " + words + " is not in " + paper));
    }

    @Test
    void anEmptyDraftPrintsTheEmptyForm() throws IOException {
        String paper = print(Answers.EMPTY);
        for (String label : List.of("单位全称", "☐事业☐全额☐差额☐自收自支", "工作简历", "从业时间及主要业绩", "申报单位意见：", "（签字）年月日")) {
            assertTrue(paper.contains(label), () -> label + " is not in " + paper);
        }
    }

    @Test
    void theTeamHasTheEightColumnsOfTheNotice() {
        List<String> columns = definition.field("team").orElseThrow().columns().stream()
                .map(column -> column.label().zh().replaceAll("[（）()]", ""))
                .toList();
        assertEquals(
                List.of("姓名", "性别", "身份证号码", "学历", "职业工种", "职业资格等级或其他技能", "技能特长", "从业时间及主要业绩"), columns);
    }

    private static Object answer(Field field, String table) {
        return switch (field.type()) {
            case CHOICE -> field.options().get(0).value();
            case MONTH -> year(field, table) + "-06";
            default -> mark(field, table);
        };
    }

    private static String words(Field field, String table) {
        return switch (field.type()) {
            case CHOICE -> field.options().get(0).label().zh();
            case MONTH -> year(field, table) + "年6月";
            default -> mark(field, table);
        };
    }

    private static String mark(Field field, String table) {
        return "#" + table + field.id() + "#";
    }

    /** A year of its own for each month that is asked. */
    private static int year(Field field, String table) {
        return 1200 + Math.floorMod((table + field.id()).hashCode(), 700);
    }

    private String print(Answers answers) throws IOException {
        PrintSource source = new PrintSource(
                "临技认 2023-0001",
                definition.title().zh(),
                answers.text("studio-name"),
                Optional.of(LocalDate.of(2023, 4, 20)),
                "测试单位",
                AnswersOnPaper.sections(definition, answers),
                List.of());
        StylesheetSource stylesheet = new StylesheetSource(
                "application-form.xsl", Files.readAllBytes(MODULE.resolve("print/application-form.xsl")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FormPrinter().print(source, stylesheet, out);
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u3000]+", "");
        }
    }

    private static ProgramDefinition definition() {
        DefinitionReading<ProgramDefinition> reading =
                new DefinitionReader().program(new ModuleFiles(), "program.xml", "1.0.0");
        if (reading instanceof DefinitionReading.Sound<ProgramDefinition> sound) {
            return sound.definition();
        }
        throw new AssertionError("the program's definition is faulty: " + reading);
    }

    /** The module's resources as they lie in its source folder. */
    private static final class ModuleFiles implements ModuleContent {

        @Override
        public Optional<byte[]> part(String name) {
            try {
                Path file = MODULE.resolve(name);
                return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Collection<String> names() {
            try (Stream<Path> files = Files.walk(MODULE)) {
                return files.filter(Files::isRegularFile)
                        .map(file -> MODULE.relativize(file).toString().replace('\\', '/'))
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
