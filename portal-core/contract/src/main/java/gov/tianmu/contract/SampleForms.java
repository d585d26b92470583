package gov.tianmu.contract;

import gov.tianmu.engine.casefile.AnswerCheck;
import gov.tianmu.engine.casefile.ComposedAnswers;
import gov.tianmu.spi.answers.Answers;
import gov.tianmu.spi.definition.Field;
import gov.tianmu.spi.definition.FieldType;
import gov.tianmu.spi.definition.IdentityAgreement;
import gov.tianmu.spi.definition.Option;
import gov.tianmu.spi.definition.ProgramDefinition;
import gov.tianmu.spi.value.ResidentId;
import gov.tianmu.spi.value.Uscc;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fills a program's form as people do: whole, by each way through its choices, and half, with an answer missing or
 * mistyped. All of it is made up and the same each time.
 */
final class SampleForms {

    private static final String BIRTH = "1985-06-15";
    private static final LocalDate TODAY = LocalDate.of(2024, 3, 1);
    private static final int MOST_ROWS = 2;

    /** Conditions wait for answers that come later in the form, over a few corners at most. */
    private static final int TURNS = 8;

    private final ProgramDefinition program;
    private final Set<String> births = new HashSet<>();

    SampleForms(ProgramDefinition program) {
        this.program = program;
        program.fields()
                .flatMap(field -> Stream.concat(Stream.of(field), field.columns().stream()))
                .flatMap(field -> field.agreement().flatMap(IdentityAgreement::birthField).stream())
                .forEach(births::add);
    }

    static LocalDate today() {
        return TODAY;
    }

    /** A whole form; of each choice the first option. */
    Answers whole() {
        return filled(Map.of());
    }

    /** Whole forms, one for each option of each choice. */
    List<Answers> everyWay() {
        List<Answers> ways = new ArrayList<>(List.of(whole()));
        program.fields().filter(field -> field.type() == FieldType.CHOICE).forEach(field -> field.options().stream()
                .map(option -> filled(Map.of(field.id(), option.value())))
                .forEach(ways::add));
        program.fields().filter(field -> field.type() == FieldType.YESNO).forEach(field -> ways.add(
                filled(Map.of(field.id(), false))));
        return ways;
    }

    /** What a draft may hold: nothing, all, one answer missing, one that is no answer of its type. */
    List<Answers> drafts() {
        List<Answers> drafts = new ArrayList<>(List.of(Answers.EMPTY));
        drafts.addAll(everyWay());
        Answers whole = whole();
        for (Field field : program.fields().toList()) {
            drafts.add(whole.with(field.id(), null));
            drafts.add(whole.with(field.id(), ""));
            if (field.type() == FieldType.TABLE) {
                drafts.add(whole.with(field.id(), List.of(new Answers.Row("r1", Answers.EMPTY))));
                drafts.add(whole.with(field.id(), mistyped(field, whole.rows(field.id()))));
            } else if (field.type() != FieldType.MULTICHOICE) {
                drafts.add(whole.with(field.id(), "？ soon"));
            }
        }
        return drafts;
    }

    private static List<Answers.Row> mistyped(Field table, List<Answers.Row> rows) {
        return rows.stream()
                .map(row -> {
                    Answers answers = row.answers();
                    for (Field column : table.columns()) {
                        answers = column.type() == FieldType.MULTICHOICE ? answers : answers.with(column.id(), "？");
                    }
                    return new Answers.Row(row.id(), answers);
                })
                .toList();
    }

    private Answers filled(Map<String, Object> given) {
        Answers answers = Answers.EMPTY;
        for (int turn = 0; turn < TURNS; turn++) {
            Answers before = answers;
            for (Field field : program.fields().toList()) {
                boolean open = AnswerCheck.isAsked(field, answers, answers) && !answers.has(field.id());
                if (open && field.composition().isEmpty()) {
                    Object value = given.containsKey(field.id())
                            ? given.get(field.id())
                            : value(field, answers, answers, 0);
                    answers = answers.with(field.id(), value);
                }
            }
            if (answers.equals(before)) {
                break;
            }
        }
        Answers asked = new AnswerCheck(program, TODAY).asked(answers);
        return ComposedAnswers.fill(program, asked);
    }

    /** A value of the field's type; null while it waits for another. */
    private Object value(Field field, Answers scope, Answers whole, int row) {
        return switch (field.type()) {
            case TEXT, LONGTEXT -> words(field, row);
            case CHOICE -> field.options().get(0).value();
            case MULTICHOICE -> field.options().stream().map(Option::value).limit(2).toList();
            case YESNO -> true;
            case DATE -> births.contains(field.id()) ? BIRTH : "2020-03-02";
            case MONTH -> births.contains(field.id()) ? BIRTH.substring(0, 7) : "2020-03";
            case NUMBER, MONEY -> number(field);
            case USCC -> uscc();
            case RESIDENT_ID -> residentId(field, scope, row);
            case PHONE -> "0571-89541368";
            case MOBILE -> "13800138000";
            case EMAIL -> "sample@example.com";
            case POSTCODE -> "311300";
            case TABLE -> rows(field, whole);
        };
    }

    private static String words(Field field, int row) {
        String words = field.claim().isPresent() ? "杭州样例制造有限公司" : "样例" + (row == 0 ? "" : row);
        int most = field.maxLength().orElse(words.length());
        return words.length() <= most ? words : words.substring(0, most);
    }

    private static BigDecimal number(Field field) {
        BigDecimal one = field.min().orElse(BigDecimal.ONE);
        return field.max().filter(max -> max.compareTo(one) < 0).orElse(one);
    }

    private List<Answers.Row> rows(Field table, Answers whole) {
        int count = Math.max(table.minRows().orElse(1), MOST_ROWS);
        count = Math.min(count, table.maxRows().orElse(count));
        return IntStream.rangeClosed(1, count)
                .mapToObj(row -> new Answers.Row("r" + row, row(table, whole, row)))
                .toList();
    }

    private Answers row(Field table, Answers whole, int row) {
        Answers answers = Answers.EMPTY;
        for (int turn = 0; turn < TURNS; turn++) {
            for (Field column : table.columns()) {
                if (AnswerCheck.isAsked(column, answers, whole) && !answers.has(column.id())) {
                    answers = answers.with(column.id(), value(column, answers, whole, row));
                }
            }
        }
        return answers;
    }

    /** A number for the birth and the sex that the form says; waits for them. */
    private String residentId(Field field, Answers scope, int row) {
        Optional<IdentityAgreement> agreement = field.agreement();
        Optional<String> sexField = agreement.flatMap(IdentityAgreement::sexField).filter(id -> isField(id, scope));
        if (sexField.isPresent() && scope.text(sexField.get()).isEmpty()) {
            return null;
        }
        boolean female = sexField.map(scope::text).map("female"::equals).orElse(false);
        String known = "330185" + BIRTH.replace("-", "") + "%03d".formatted(10 + 2 * row + (female ? 0 : 1));
        return completed(known, "0123456789X", number -> ResidentId.parse(number).isPresent());
    }

    private boolean isField(String id, Answers scope) {
        return program.field(id).map(field -> AnswerCheck.isAsked(field, scope, scope)).orElse(true);
    }

    private static String uscc() {
        return completed("913301858AMPLE123", "0123456789ABCDEFGHJKLMNPQRTUWXY", code ->
                Uscc.parse(code).isPresent());
    }

    private static String completed(String known, String checkCharacters, Predicate<String> right) {
        return checkCharacters
                .chars()
                .mapToObj(check -> known + (char) check)
                .filter(right)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no check character completes " + known));
    }
}
