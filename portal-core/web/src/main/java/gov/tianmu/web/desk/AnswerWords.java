package gov.tianmu.web.desk;

import gov.tianmu.spi.answers.Answers;
import gov.tianmu.spi.definition.Field;
import gov.tianmu.spi.definition.Option;
import gov.tianmu.spi.definition.ProgramDefinition;
import gov.tianmu.web.display.ShownDates;
import gov.tianmu.web.display.Texts;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Answers as an officer reads them: the words of a choice, not its value; months and dates as people write them.
 *
 * @param definition the definition the case began with
 * @param locale the reader's language
 */
record AnswerWords(ProgramDefinition definition, Locale locale) {

    private static final Pattern CELL = Pattern.compile("([a-z0-9-]+)\\[([^]]+)](?:\\.([a-z0-9-]+))?");

    /** The field or the column a path names; empty for whole rows and for documents. */
    Optional<Field> field(String path) {
        Matcher cell = CELL.matcher(path);
        if (!cell.matches()) {
            return definition.field(path);
        }
        return cell.group(3) == null
                ? Optional.empty()
                : definition.field(cell.group(1)).flatMap(table -> table.column(cell.group(3)));
    }

    /** One answer. */
    String of(Field field, Answers answers) {
        List<String> chosen = answers.choices(field.id());
        if (!chosen.isEmpty()) {
            return chosen.stream().map(value -> option(field, value)).collect(Collectors.joining("、"));
        }
        return of(field, answers.text(field.id()));
    }

    /** One answer from its plain text, which may be masked. */
    String of(Field field, String text) {
        if (text.isEmpty()) {
            return "";
        }
        return switch (field.type()) {
            case CHOICE, MULTICHOICE -> option(field, text);
            case YESNO -> Texts.of(locale, "true".equals(text) ? "desk.yes" : "desk.no");
            case MONTH -> month(text);
            case DATE -> date(text);
            case MONEY -> Texts.of(locale, "desk.yuan", text);
            default -> text;
        };
    }

    private String option(Field field, String value) {
        return field.option(value).map(Option::label).map(label -> label.in(locale)).orElse(value);
    }

    private String month(String text) {
        try {
            return ShownDates.month(YearMonth.parse(text));
        } catch (DateTimeException masked) {
            return text;
        }
    }

    private String date(String text) {
        try {
            return ShownDates.date(LocalDate.parse(text), locale);
        } catch (DateTimeException masked) {
            return text;
        }
    }

    /** What a row is called: its first words, or its place. */
    String nameOf(Field table, Answers.Row row, int place) {
        return table.columns().stream()
                .map(column -> row.answers().text(column.id()))
                .filter(words -> !words.isBlank())
                .findFirst()
                .filter(words -> words.length() <= 40)
                .orElseGet(() -> Texts.of(locale, "desk.row", place));
    }
}
