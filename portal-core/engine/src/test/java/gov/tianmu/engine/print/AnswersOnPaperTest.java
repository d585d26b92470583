package gov.tianmu.engine.print;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gov.tianmu.spi.answers.Answers;
import gov.tianmu.spi.definition.Field;
import gov.tianmu.spi.definition.FieldType;
import gov.tianmu.spi.definition.Option;
import gov.tianmu.spi.definition.ProgramDefinition;
import gov.tianmu.spi.definition.ResultDefinition;
import gov.tianmu.spi.definition.Section;
import gov.tianmu.spi.definition.Text;
import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AnswersOnPaperTest {

    @Test
    void datesStandAsInOfficialDocuments() {
        assertEquals("2023年5月8日", text(field("d", FieldType.DATE), "2023-05-08"));
        assertEquals("1978年6月", text(field("m", FieldType.MONTH), "1978-06"));
    }

    @Test
    void whatIsNoDateInADraftStaysAsTyped() {
        assertEquals("九八年", text(field("m", FieldType.MONTH), "九八年"));
    }

    @Test
    void choicesStandWithAllTheirOptionsAndTheChosenOneMarked() {
        PrintSource.Answer answer = answer(choice("n", FieldType.CHOICE), "b");
        assertEquals("乙", answer.text());
        assertEquals(
                List.of(new PrintSource.Choice("a", "甲", false), new PrintSource.Choice("b", "乙", true)),
                answer.choices());
    }

    @Test
    void severalChoicesStandAsAList() {
        PrintSource.Answer answer = answer(choice("n", FieldType.MULTICHOICE), List.of("a", "b"));
        assertEquals("甲、乙", answer.text());
        assertEquals(2, answer.choices().stream().filter(PrintSource.Choice::chosen).count());
    }

    @Test
    void numbersStandWithoutExponentsAndYesAsAWord() {
        assertEquals("30000", text(field("y", FieldType.MONEY), new BigDecimal("3E+4")));
        assertEquals("是", text(field("y", FieldType.YESNO), true));
        assertEquals("否", text(field("y", FieldType.YESNO), false));
    }

    @Test
    void aQuestionWithoutAnswerStandsEmpty() {
        PrintSource.Answer answer = answer(choice("n", FieldType.CHOICE), null);
        assertEquals("", answer.value());
        assertEquals("", answer.text());
        assertEquals(2, answer.choices().size());
    }

    @Test
    void rowsStandWithEveryColumnInOrder() {
        List<Field> columns = List.of(field("name", FieldType.TEXT), field("since", FieldType.MONTH));
        Field table = make("t", FieldType.TABLE, List.of(), columns);
        Answers answers = new Answers(Map.of(
                "t",
                List.of(
                        new Answers.Row("r1", new Answers(Map.of("since", "2020-01", "name", "甲"))),
                        new Answers.Row("r2", new Answers(Map.of("name", "乙"))))));
        PrintSource.Table printed = (PrintSource.Table) item(table, answers);
        assertEquals(
                List.of(
                        new PrintSource.Row(
                                "r1",
                                List.of(new PrintSource.Cell("name", "甲"), new PrintSource.Cell("since", "2020年1月"))),
                        new PrintSource.Row(
                                "r2", List.of(new PrintSource.Cell("name", "乙"), new PrintSource.Cell("since", "")))),
                printed.rows());
    }

    private static String text(Field field, Object value) {
        return answer(field, value).text();
    }

    private static PrintSource.Answer answer(Field field, Object value) {
        return (PrintSource.Answer) item(field, Answers.EMPTY.with(field.id(), value));
    }

    private static PrintSource.Item item(Field field, Answers answers) {
        ProgramDefinition definition = new ProgramDefinition(
                "p",
                "1.0.0",
                Text.of("事项"),
                Text.EMPTY,
                "测",
                List.of(new Section("s", Text.of("部分"), Text.EMPTY, List.of(field))),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                new ResultDefinition(Text.of("称号"), "x", Period.ofYears(3), List.of(), Optional.empty()));
        return AnswersOnPaper.sections(definition, answers).get(0).items().get(0);
    }

    private static Field field(String id, FieldType type) {
        return make(id, type, List.of(), List.of());
    }

    private static Field choice(String id, FieldType type) {
        return make(id, type, List.of(new Option("a", Text.of("甲")), new Option("b", Text.of("乙"))), List.of());
    }

    private static Field make(String id, FieldType type, List<Option> options, List<Field> columns) {
        return new Field(
                id,
                type,
                Text.of("题"),
                Text.EMPTY,
                false,
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                options,
                columns,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                1);
    }
}
