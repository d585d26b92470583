package gov.tianmu.engine.casefile;

import gov.tianmu.engine.casefile.AttachedDocuments.Attached;
import gov.tianmu.engine.modules.compare.Migration.Way;
import gov.tianmu.engine.modules.compare.Narrowing;
import gov.tianmu.engine.usecase.Violation;
import gov.tianmu.spi.answers.Answers;
import gov.tianmu.spi.definition.Field;
import gov.tianmu.spi.definition.FieldType;
import gov.tianmu.spi.definition.ProgramDefinition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Holds the answers and documents given to one definition against another, on a copy. What a draft has not answered yet
 * and what the old form objected to already is no reason why it should not fit. Pure.
 */
final class AnswerFit {

    private final ProgramDefinition before;
    private final ProgramDefinition after;
    private final Way way;
    private final AnswerCheck oldCheck;
    private final AnswerCheck newCheck;

    AnswerFit(ProgramDefinition before, ProgramDefinition after, Way way, LocalDate today) {
        this.before = before;
        this.after = after;
        this.way = way;
        this.oldCheck = new AnswerCheck(before, today);
        this.newCheck = new AnswerCheck(after, today);
    }

    /**
     * @param answers the answers as the new form has them, without those that do not fit
     * @param misfits what does not fit, at the places of the old form: {@code form.gone}, {@code form.type}, or what the
     *     new form objects to
     */
    record Fitted(Answers answers, List<Violation> misfits) {}

    Fitted fit(Answers answers) {
        List<Violation> misfits = new ArrayList<>();
        Scope form = new Scope(before.fields().toList(), "", "", way::field, after::field);
        return new Fitted(carry(form, answers, misfits), misfits);
    }

    List<Violation> misfits(List<Attached> documents) {
        return documents.stream()
                .filter(document -> before.document(document.requirement()).isPresent())
                .filter(document -> way.document(document.requirement())
                        .map(to -> !Narrowing.keeps(
                                before.document(document.requirement()).orElseThrow(), after.document(to), way))
                        .orElse(false))
                .map(document -> Violation.error(document.target(), "document.gone"))
                .toList();
    }

    /**
     * A form, or the columns of a table.
     *
     * @param name what the way calls a question of it begins with this
     * @param prefix the path of a question of it begins with this
     * @param target where the answers to a question go
     * @param find a question of the new form or table
     */
    private record Scope(
            List<Field> fields,
            String name,
            String prefix,
            Function<String, Optional<String>> target,
            Function<String, Optional<Field>> find) {}

    private Answers carry(Scope scope, Answers answers, List<Violation> misfits) {
        Map<String, Object> carried = new LinkedHashMap<>();
        for (Field then : scope.fields()) {
            Optional<String> target = scope.target().apply(then.id());
            if (target.isEmpty() || !answers.has(then.id())) {
                continue;
            }
            List<Violation> here = new ArrayList<>();
            Field now = scope.find().apply(target.get())
                    .filter(f -> !carried.containsKey(f.id()))
                    .orElse(null);
            Object value = answers.value(then.id()).orElseThrow();
            if (now == null) {
                here.add(Violation.error(scope.prefix() + then.id(), "form.gone"));
            } else if (!now.isEditable()) {
                continue;
            } else if (!Narrowing.takes(now.type(), then.type())) {
                here.add(Violation.error(
                        scope.prefix() + then.id(), "form.type", "type", now.type().code()));
            } else {
                carried.put(now.id(), carry(scope, then, now, value, here));
            }
            if (!then.isEditable() && !here.isEmpty()) {
                // The portal filled it, so nobody's words are lost.
                if (now != null) {
                    carried.remove(now.id());
                }
                continue;
            }
            misfits.addAll(here);
        }
        return new Answers(carried);
    }

    private Object carry(Scope scope, Field then, Field now, Object value, List<Violation> misfits) {
        String path = scope.prefix() + then.id();
        if (then.type() == FieldType.TABLE) {
            return rows(then, now, value, misfits);
        }
        Object mapped = mapped(scope.name() + then.id(), value);
        List<String> objectedBefore = oldCheck.checkAlone(then, value, path).stream()
                .map(Violation::code)
                .toList();
        newCheck.checkAlone(now, mapped, path).stream()
                .filter(violation -> !objectedBefore.contains(violation.code()))
                .forEach(misfits::add);
        return mapped;
    }

    private List<Answers.Row> rows(Field then, Field now, Object value, List<Violation> misfits) {
        List<Answers.Row> rows = new Answers(Map.of(then.id(), value)).rows(then.id());
        int most = now.maxRows().orElse(Integer.MAX_VALUE);
        if (rows.size() > most && rows.size() <= then.maxRows().orElse(Integer.MAX_VALUE)) {
            misfits.add(Violation.error(then.id(), "too-many-rows", "max", most, "actual", rows.size()));
        }
        return rows.stream()
                .map(row -> {
                    Scope columns = new Scope(
                            then.columns(),
                            then.id() + ".",
                            then.id() + "[" + row.id() + "].",
                            column -> way.column(then.id(), column),
                            now::column);
                    return new Answers.Row(row.id(), carry(columns, row.answers(), misfits));
                })
                .toList();
    }

    private Object mapped(String name, Object value) {
        if (value instanceof List<?> choices) {
            return choices.stream()
                    .map(choice -> way.value(name, choice.toString()))
                    .distinct()
                    .collect(Collectors.toUnmodifiableList());
        }
        return value instanceof String choice ? way.value(name, choice) : value;
    }
}
