package gov.tianmu.engine.print;

import gov.tianmu.spi.answers.Answers;
import gov.tianmu.spi.definition.Field;
import gov.tianmu.spi.definition.FieldType;
import gov.tianmu.spi.definition.ProgramDefinition;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes answers as they stand on a printed form: every question of the frozen definition in order, those that were
 * not asked too, in Chinese, with dates in the way of official documents (2023年5月8日).
 */
public final class AnswersOnPaper {

    private AnswersOnPaper() {}

    /** The form's sections with the answers in them. */
    public static List<PrintSource.Section> sections(ProgramDefinition definition, Answers answers) {
        return definition.sections().stream()
                .map(section -> new PrintSource.Section(
                        section.id(),
                        section.title().zh(),
                        section.fields().stream()
                                .map(field -> item(field, answers))
                                .toList()))
                .toList();
    }

    private static PrintSource.Item item(Field field, Answers answers) {
        return field.type() == FieldType.TABLE ? table(field, answers) : answer(field, answers);
    }

    private static PrintSource.Answer answer(Field field, Answers answers) {
        List<PrintSource.Choice> choices = field.options().stream()
                .map(option -> new PrintSource.Choice(
                        option.value(), option.label().zh(), isChosen(field, answers, option.value())))
                .toList();
        String value = field.type() == FieldType.MULTICHOICE
                ? String.join(" ", answers.choices(field.id()))
                : answers.text(field.id());
        return new PrintSource.Answer(
                field.id(), field.type().code(), field.label().zh(), value, text(field, answers), choices);
    }

    private static PrintSource.Table table(Field field, Answers answers) {
        List<PrintSource.Column> columns = field.columns().stream()
                .map(column -> new PrintSource.Column(column.id(), column.label().zh()))
                .toList();
        List<PrintSource.Row> rows = answers.rows(field.id()).stream()
                .map(row -> new PrintSource.Row(
                        row.id(),
                        field.columns().stream()
                                .map(column -> new PrintSource.Cell(column.id(), text(column, row.answers())))
                                .toList()))
                .toList();
        return new PrintSource.Table(field.id(), field.label().zh(), columns, rows);
    }

    private static boolean isChosen(Field field, Answers answers, String option) {
        return field.type() == FieldType.MULTICHOICE
                ? answers.choices(field.id()).contains(option)
                : answers.text(field.id()).equals(option);
    }

    private static String text(Field field, Answers answers) {
        return switch (field.type()) {
            case CHOICE -> label(field, answers.text(field.id()));
            case MULTICHOICE -> answers.choices(field.id()).stream()
                    .map(value -> label(field, value))
                    .collect(Collectors.joining("、"));
            case YESNO -> answers.value(field.id())
                    .map(value -> Boolean.TRUE.equals(value) ? "是" : "否")
                    .orElse("");
            case DATE -> date(answers.text(field.id()));
            case MONTH -> month(answers.text(field.id()));
            case NUMBER, MONEY -> answers.value(field.id())
                    .map(value -> value instanceof BigDecimal number ? number.toPlainString() : value.toString())
                    .orElse("");
            default -> answers.text(field.id());
        };
    }

    private static String label(Field field, String value) {
        return field.option(value).map(option -> option.label().zh()).orElse(value);
    }

    /** What is no date (a draft may hold anything) stays as it was typed. */
    private static String date(String iso) {
        try {
            LocalDate date = LocalDate.parse(iso);
            return String.format(
                    Locale.ROOT, "%d年%d月%d日", date.getYear(), date.getMonthValue(), date.getDayOfMonth());
        } catch (DateTimeException e) {
            return iso;
        }
    }

    private static String month(String iso) {
        try {
            YearMonth month = YearMonth.parse(iso);
            return String.format(Locale.ROOT, "%d年%d月", month.getYear(), month.getMonthValue());
        } catch (DateTimeException e) {
            return iso;
        }
    }
}
