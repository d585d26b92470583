package gov.tianmu.web.applicant;

import gov.tianmu.engine.casefile.MaskedAnswers;
import gov.tianmu.spi.answers.Answers;
import gov.tianmu.spi.definition.Field;
import gov.tianmu.spi.definition.FieldType;
import gov.tianmu.web.display.ShownDates;
import gov.tianmu.web.display.Texts;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.stream.Collectors;

/** Answers as a person reads them, and as a control takes them. */
final class AnswerWords {

    private static final long KIBIBYTE = 1024;
    private static final long MEBIBYTE = 1024 * 1024;

    private final Locale locale;

    AnswerWords(Locale locale) {
        this.locale = locale;
    }

    /** As a control takes it. */
    String value(Field field, Answers scope) {
        return scope.value(field.id()).orElse(null) instanceof BigDecimal number
                ? number.toPlainString()
                : scope.text(field.id());
    }

    /** As a person reads it; empty when there is no answer. */
    String shown(Field field, Answers scope) {
        String text = value(field, scope);
        return switch (field.type()) {
            case CHOICE -> field.option(text).map(o -> o.label().in(locale)).orElse(text);
            case MULTICHOICE -> scope.choices(field.id()).stream()
                    .map(c -> field.option(c).map(o -> o.label().in(locale)).orElse(c))
                    .collect(Collectors.joining(Texts.of(locale, "my.answer.and")));
            case YESNO -> text.isEmpty() ? "" : Texts.of(locale, "my.answer." + text);
            case DATE -> date(text);
            case MONTH -> month(text);
            default -> text;
        };
    }

    /** Like {@link #shown}, personal numbers masked. */
    String masked(Field field, Answers scope) {
        if (!scope.has(field.id()) || !MaskedAnswers.isPersonal(field) || field.type() == FieldType.MONTH) {
            return shown(field, scope);
        }
        return MaskedAnswers.masked(field, scope.text(field.id()));
    }

    private String date(String text) {
        try {
            return ShownDates.date(LocalDate.parse(text));
        } catch (DateTimeException notADate) {
            return text;
        }
    }

    private String month(String text) {
        try {
            return ShownDates.month(YearMonth.parse(text));
        } catch (DateTimeException notAMonth) {
            return text;
        }
    }

    /** A file's size: 38 KB, 1.2 MB. */
    String size(long bytes) {
        return bytes < MEBIBYTE
                ? Math.max(1, (bytes + KIBIBYTE / 2) / KIBIBYTE) + " KB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / (double) MEBIBYTE);
    }
}
