package gov.tianmu.engine.casefile;

import gov.tianmu.engine.usecase.Violation;
import gov.tianmu.spi.answers.Answers;
import gov.tianmu.spi.definition.Condition;
import gov.tianmu.spi.definition.Field;
import gov.tianmu.spi.definition.FieldType;
import gov.tianmu.spi.definition.ProgramDefinition;
import gov.tianmu.spi.definition.Section;
import gov.tianmu.spi.value.EmailAddress;
import gov.tianmu.spi.value.Malformed;
import gov.tianmu.spi.value.MobileNumber;
import gov.tianmu.spi.value.Postcode;
import gov.tianmu.spi.value.ResidentId;
import gov.tianmu.spi.value.Sex;
import gov.tianmu.spi.value.Telephone;
import gov.tianmu.spi.value.Uscc;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds answers against a definition: what is missing, too long, malformed or contradicts itself. All problems at once,
 * in form order. Pure: the same answers on the same day give the same list.
 */
public final class AnswerCheck {

    private final ProgramDefinition definition;
    private final LocalDate today;

    public AnswerCheck(ProgramDefinition definition, LocalDate today) {
        this.definition = definition;
        this.today = today;
    }

    /** Everything wrong with the whole form. */
    public List<Violation> check(Answers answers) {
        List<Violation> violations = new ArrayList<>();
        definition.fields().forEach(f -> checkField(f, answers, answers, "", violations));
        return violations;
    }

    /** Everything wrong with one section. */
    public List<Violation> check(Section section, Answers answers) {
        List<Violation> violations = new ArrayList<>();
        section.fields().forEach(f -> checkField(f, answers, answers, "", violations));
        return violations;
    }

    /**
     * What is wrong with one answer taken alone: its form, length, range and options. Not whether it is asked, nor
     * whether it agrees with others.
     */
    List<Violation> checkAlone(Field field, Object value, String path) {
        List<Violation> violations = new ArrayList<>();
        Answers alone = Answers.EMPTY.with(field.id(), value);
        if (field.type() != FieldType.TABLE && alone.has(field.id())) {
            checkValue(field, path, alone, violations);
        }
        return violations;
    }

    /** Whether a question is asked at all, given the other answers. */
    public static boolean isAsked(Field field, Answers scope, Answers whole) {
        return field.visibleWhen().map(c -> holds(c, scope, whole)).orElse(true);
    }

    /** Whether a condition holds; a row's own answers come before the form's. */
    public static boolean holds(Condition condition, Answers scope, Answers whole) {
        Answers where = scope.has(condition.field()) ? scope : whole;
        if (!where.has(condition.field())) {
            return false;
        }
        return condition.values().isEmpty()
                || condition.values().contains(where.text(condition.field()))
                || where.choices(condition.field()).stream().anyMatch(condition.values()::contains);
    }

    private void checkField(
            Field field, Answers scope, Answers whole, String prefix, List<Violation> violations) {
        if (!isAsked(field, scope, whole)) {
            return;
        }
        String path = prefix + field.id();
        if (field.type() == FieldType.TABLE) {
            checkTable(field, scope, whole, violations);
            return;
        }
        if (!scope.has(field.id())) {
            boolean needed = field.required()
                    || field.requiredWhen().map(c -> holds(c, scope, whole)).orElse(false);
            if (needed && field.composition().isEmpty()) {
                violations.add(Violation.error(path, "required"));
            }
            return;
        }
        checkValue(field, path, scope, violations);
    }

    private void checkTable(Field table, Answers scope, Answers whole, List<Violation> violations) {
        List<Answers.Row> rows = scope.rows(table.id());
        int min = Math.max(table.minRows().orElse(0), table.required() ? 1 : 0);
        if (rows.size() < min) {
            violations.add(Violation.error(
                    table.id(), "too-few-rows", "min", min, "actual", rows.size(), "missing", min - rows.size()));
        }
        if (table.maxRows().isPresent() && rows.size() > table.maxRows().getAsInt()) {
            violations.add(Violation.error(
                    table.id(), "too-many-rows", "max", table.maxRows().getAsInt(), "actual", rows.size()));
        }
        for (Answers.Row row : rows) {
            String prefix = table.id() + "[" + row.id() + "].";
            table.columns().forEach(c -> checkField(c, row.answers(), whole, prefix, violations));
        }
        sameResidentTwice(table, rows, violations);
    }

    /** Nobody is in a table twice. */
    private static void sameResidentTwice(Field table, List<Answers.Row> rows, List<Violation> violations) {
        table.columns().stream()
                .filter(c -> c.type() == FieldType.RESIDENT_ID)
                .forEach(column -> {
                    Map<ResidentId, String> seen = new HashMap<>();
                    for (Answers.Row row : rows) {
                        ResidentId.parse(row.answers().text(column.id())).ifPresent(id -> {
                            if (seen.putIfAbsent(id, row.id()) != null) {
                                violations.add(Violation.error(
                                        table.id() + "[" + row.id() + "]." + column.id(), "resident-id.twice"));
                            }
                        });
                    }
                });
    }

    private void checkValue(Field field, String path, Answers scope, List<Violation> violations) {
        String text = scope.text(field.id());
        field.maxLength().ifPresent(max -> {
            int length = text.codePointCount(0, text.length());
            if (length > max) {
                violations.add(
                        Violation.error(path, "too-long", "max", max, "actual", length, "over", length - max));
            }
        });
        switch (field.type()) {
            case CHOICE -> {
                if (field.option(text).isEmpty()) {
                    violations.add(Violation.error(path, "not-an-option"));
                }
            }
            case MULTICHOICE -> {
                if (scope.choices(field.id()).stream().anyMatch(c -> field.option(c).isEmpty())) {
                    violations.add(Violation.error(path, "not-an-option"));
                }
            }
            case DATE -> date(text, path, violations);
            case MONTH -> month(text, path, violations);
            case NUMBER, MONEY -> number(field, scope, path, violations);
            case USCC -> malformed(Uscc.check(text), path, violations);
            case RESIDENT_ID -> residentId(field, text, path, scope, violations);
            case PHONE -> malformed(
                    MobileNumber.check(text).isEmpty() ? Optional.empty() : Telephone.check(text), path, violations);
            case MOBILE -> malformed(MobileNumber.check(text), path, violations);
            case EMAIL -> malformed(EmailAddress.check(text), path, violations);
            case POSTCODE -> malformed(Postcode.check(text), path, violations);
            default -> {
                // Words are good as they are.
            }
        }
    }

    private static void malformed(Optional<Malformed> problem, String path, List<Violation> violations) {
        problem.ifPresent(
                p -> violations.add(new Violation(path, Violation.Severity.ERROR, p.code(), p.args())));
    }

    private static void date(String text, String path, List<Violation> violations) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() < 1900 || date.getYear() > 2200) {
                violations.add(Violation.error(path, "date.range"));
            }
        } catch (DateTimeException notADate) {
            violations.add(Violation.error(path, "date.form"));
        }
    }

    private static void month(String text, String path, List<Violation> violations) {
        try {
            YearMonth month = YearMonth.parse(text);
            if (month.getYear() < 1900 || month.getYear() > 2200) {
                violations.add(Violation.error(path, "date.range"));
            }
        } catch (DateTimeException notAMonth) {
            violations.add(Violation.error(path, "month.form"));
        }
    }

    private static void number(Field field, Answers scope, String path, List<Violation> violations) {
        if (!(scope.value(field.id()).orElse(null) instanceof BigDecimal number)) {
            violations.add(Violation.error(path, "number.form"));
            return;
        }
        if (field.type() == FieldType.MONEY && number.stripTrailingZeros().scale() > 2) {
            violations.add(Violation.error(path, "money.decimals"));
        }
        field.min().filter(min -> number.compareTo(min) < 0)
                .ifPresent(min -> violations.add(Violation.error(path, "number.min", "min", min)));
        field.max().filter(max -> number.compareTo(max) > 0)
                .ifPresent(max -> violations.add(Violation.error(path, "number.max", "max", max)));
    }

    private void residentId(
            Field field, String text, String path, Answers scope, List<Violation> violations) {
        Optional<Malformed> problem = ResidentId.check(text, today);
        malformed(problem, path, violations);
        if (problem.isPresent() || field.agreement().isEmpty()) {
            return;
        }
        ResidentId id = ResidentId.parse(text).orElseThrow();
        field.agreement().get().birthField().map(scope::text).filter(b -> !b.isEmpty()).ifPresent(birth -> {
            if (!id.birthDate().toString().startsWith(birth)) {
                violations.add(Violation.error(path, "resident-id.birth-differs"));
            }
        });
        field.agreement().get().sexField().map(scope::text).filter(s -> !s.isEmpty()).ifPresent(sex -> {
            boolean male = sex.equals("male");
            if (male != (id.sex() == Sex.MALE)) {
                violations.add(Violation.error(path, "resident-id.sex-differs"));
            }
        });
    }

    /**
     * The answers without those that are not asked, as they are handed in: what stands under a choice that was changed
     * back is not part of the application.
     */
    public Answers asked(Answers answers) {
        Answers kept = answers;
        for (Field field : definition.fields().toList()) {
            if (!isAsked(field, kept, kept)) {
                kept = kept.with(field.id(), null);
            }
        }
        return kept;
    }
}
