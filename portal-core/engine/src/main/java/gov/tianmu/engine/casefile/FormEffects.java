package gov.tianmu.engine.casefile;

import gov.tianmu.engine.casefile.AttachedDocuments.Attached;
import gov.tianmu.engine.casefile.FormUpdate.Effect;
import gov.tianmu.engine.casefile.FormUpdate.Effect.Kind;
import gov.tianmu.engine.modules.compare.Migration.Way;
import gov.tianmu.spi.answers.Answers;
import gov.tianmu.spi.definition.DocumentRequirement;
import gov.tianmu.spi.definition.Field;
import gov.tianmu.spi.definition.FieldType;
import gov.tianmu.spi.definition.Option;
import gov.tianmu.spi.definition.ProgramDefinition;
import gov.tianmu.spi.definition.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells what a declared migration does to the answers and documents that a draft has; to others it does nothing. */
final class FormEffects {

    private final ProgramDefinition before;
    private final ProgramDefinition after;
    private final Way way;
    private final List<Effect> effects = new ArrayList<>();

    private FormEffects(ProgramDefinition before, ProgramDefinition after, Way way) {
        this.before = before;
        this.after = after;
        this.way = way;
    }

    static List<Effect> of(
            ProgramDefinition before, ProgramDefinition after, Way way, Answers answers, List<Attached> attached) {
        FormEffects told = new FormEffects(before, after, way);
        before.fields()
                .filter(field -> field.isEditable() && answers.has(field.id()))
                .forEach(field -> told.answer(field, answers));
        before.documents().stream()
                .filter(d -> attached.stream().anyMatch(a -> a.requirement().equals(d.id())))
                .forEach(told::document);
        return told.effects.stream().distinct().toList();
    }

    private void answer(Field field, Answers answers) {
        Optional<String> target = way.field(field.id());
        if (target.isEmpty()) {
            effects.add(new Effect(Kind.DROPPED, field.label(), Text.EMPTY));
            return;
        }
        Field now = after.field(target.get()).orElse(null);
        if (now == null) {
            return;
        }
        renamed(Kind.RENAMED, field.label(), now.label(), !target.get().equals(field.id()));
        if (field.type() == FieldType.TABLE) {
            answers.rows(field.id()).forEach(row -> field.columns().stream()
                    .filter(column -> row.answers().has(column.id()))
                    .forEach(column -> cell(field, column, now, row.answers())));
        } else {
            choices(field.id(), field, now, answers);
        }
    }

    private void cell(Field table, Field column, Field newTable, Answers row) {
        Text label = both(table.label(), column.label());
        Optional<String> target = way.column(table.id(), column.id());
        if (target.isEmpty()) {
            effects.add(new Effect(Kind.DROPPED, label, Text.EMPTY));
            return;
        }
        newTable.column(target.get()).ifPresent(now -> {
            renamed(Kind.RENAMED, label, both(newTable.label(), now.label()), !target.get().equals(column.id()));
            choices(table.id() + "." + column.id(), column, now, row);
        });
    }

    private void choices(String path, Field field, Field now, Answers scope) {
        Stream<String> chosen = field.type() == FieldType.CHOICE
                ? Stream.of(scope.text(field.id()))
                : scope.choices(field.id()).stream();
        chosen.filter(value -> !way.value(path, value).equals(value)).forEach(value -> effects.add(new Effect(
                Kind.MAPPED,
                both(now.label(), field.option(value).map(Option::label).orElse(Text.of(value))),
                now.option(way.value(path, value)).map(Option::label).orElse(Text.EMPTY))));
    }

    private void document(DocumentRequirement requirement) {
        Optional<String> target = way.document(requirement.id());
        if (target.isEmpty()) {
            effects.add(new Effect(Kind.DOCUMENT_DROPPED, requirement.label(), Text.EMPTY));
        } else {
            after.document(target.get()).ifPresent(now -> renamed(
                    Kind.DOCUMENT_RENAMED, requirement.label(), now.label(), !target.get().equals(requirement.id())));
        }
    }

    /** A new id under the old label is nothing to a person. */
    private void renamed(Kind kind, Text label, Text to, boolean moved) {
        if (moved && !label.equals(to)) {
            effects.add(new Effect(kind, label, to));
        }
    }

    private static Text both(Text whole, Text part) {
        return new Text(
                whole.zh() + "：" + part.zh(), whole.in(Locale.ENGLISH) + ": " + part.in(Locale.ENGLISH));
    }
}
