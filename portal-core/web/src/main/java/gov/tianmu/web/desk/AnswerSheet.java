package gov.tianmu.web.desk;

import gov.tianmu.engine.casefile.CaseContent;
import gov.tianmu.engine.casefile.MaskedAnswers;
import gov.tianmu.engine.document.Document;
import gov.tianmu.engine.review.Correction;
import gov.tianmu.engine.review.ReviewCase;
import gov.tianmu.spi.answers.Answers;
import gov.tianmu.spi.definition.DocumentRequirement;
import gov.tianmu.spi.definition.Field;
import gov.tianmu.spi.definition.FieldType;
import gov.tianmu.spi.definition.ProgramDefinition;
import gov.tianmu.spi.definition.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Lays a case out as the officer reads it: section by section, each answer and each required document with the pins,
 * changes and reasons that belong to it. Made for one page and thrown away.
 */
final class AnswerSheet {

    private static final List<Document> NO_FILES = List.of();

    private final ProgramDefinition definition;
    private final Answers answers;
    private final AnswerWords words;
    private final boolean pinning;
    private final Map<String, ReviewCase.Change> changes;
    private final Map<String, String> reasons;
    private final List<Correction> corrections;
    private final Map<String, List<Document>> files;
    private final Map<String, String> revealed;
    private final int round;
    private List<SheetSection> sections;

    AnswerSheet(
            CaseContent content,
            Locale locale,
            boolean pinning,
            List<ReviewCase.Change> changes,
            Map<String, String> reasons,
            List<Correction> corrections,
            List<Document> files,
            Map<String, String> revealed) {
        this.definition = content.definition();
        this.answers = content.answers();
        this.words = new AnswerWords(definition, locale);
        this.pinning = pinning;
        this.changes = changes.stream().collect(Collectors.toMap(ReviewCase.Change::target, Function.identity()));
        this.reasons = reasons;
        this.corrections = corrections;
        this.files = files.stream().collect(Collectors.groupingBy(Document::target));
        this.revealed = revealed;
        this.round = content.summary().submissions();
    }

    List<SheetSection> sections() {
        if (sections == null) {
            sections = definition.sections().stream().map(this::section).toList();
        }
        return sections;
    }

    /** The documents in the order of the sheet, for the viewer: those of now, then those replaced. */
    List<SheetFile> files() {
        List<SheetFile> all = new ArrayList<>();
        sections().forEach(section -> section.items().forEach(item -> all.addAll(item.files())));
        sections().forEach(section -> section.items().forEach(item -> all.addAll(item.replaced())));
        return all;
    }

    private SheetSection section(Section section) {
        List<SheetItem> items = new ArrayList<>();
        for (Field field : section.fields()) {
            if (field.type() == FieldType.TABLE) {
                addTable(items, field);
            } else if (isAsked(field)) {
                items.add(answer("field", field, field.id(), "", answers));
            }
        }
        definition.documents().stream()
                .filter(document -> document.section().equals(section.id()))
                .forEach(document -> addDocuments(items, document));
        return new SheetSection(section.id(), section.title().in(words.locale()), items);
    }

    /** What was not asked and is not answered would only be an empty line. */
    private boolean isAsked(Field field) {
        return answers.has(field.id()) || field.visibleWhen().isEmpty() || changes.containsKey(field.id());
    }

    private void addTable(List<SheetItem> items, Field table) {
        List<Answers.Row> rows = answers.rows(table.id());
        items.add(line("table", table.id(), label(table), "", "", false, table.claim().isEmpty(), rows.size()));
        int place = 0;
        for (Answers.Row row : rows) {
            String name = words.nameOf(table, row, ++place);
            String path = table.id() + "[" + row.id() + "]";
            items.add(line("row", path, name, "", "", false, true, place));
            for (Field column : table.columns()) {
                if (row.answers().has(column.id()) || column.required() || changes.containsKey(path + "." + column.id())) {
                    items.add(answer("cell", column, path + "." + column.id(), name, row.answers()));
                }
            }
        }
        changes.keySet().stream()
                .filter(target -> target.matches(table.id() + "\\[[^]]+]"))
                .filter(target -> rows.stream().noneMatch(row -> target.equals(table.id() + "[" + row.id() + "]")))
                .forEach(target -> items.add(line("gone", target, label(table), "", "", false, false, 0)));
    }

    private SheetItem answer(String kind, Field field, String path, String owner, Answers from) {
        String shown = revealed.containsKey(path) ? revealed.get(path) : words.of(field, from);
        boolean masked = MaskedAnswers.isPersonal(field) && from.has(field.id()) && !revealed.containsKey(path);
        return line(kind, path, label(field), owner, shown, masked, field.claim().isEmpty(), 0);
    }

    private String label(Field field) {
        return field.label().in(words.locale());
    }

    private void addDocuments(List<SheetItem> items, DocumentRequirement required) {
        if (required.per().isEmpty()) {
            items.add(document(required, "", ""));
            return;
        }
        Field table = definition.field(required.per().get()).orElseThrow();
        int place = 0;
        for (Answers.Row row : answers.rows(table.id())) {
            items.add(document(required, row.id(), words.nameOf(table, row, ++place)));
        }
    }

    private SheetItem document(DocumentRequirement required, String row, String owner) {
        String target = Document.target(required.id(), row);
        String label = required.label().in(words.locale());
        String title = owner.isEmpty() ? label : owner + "：" + label;
        List<Document> ever = files.getOrDefault(target, NO_FILES);
        List<SheetFile> now = ever.stream()
                .filter(each -> each.wasInRound(round))
                .map(each -> SheetFile.of(each, title, round > 1 && !each.wasInRound(round - 1), false))
                .toList();
        List<SheetFile> replaced = ever.stream()
                .filter(each -> round > 1 && each.wasInRound(round - 1) && !each.wasInRound(round))
                .map(each -> SheetFile.of(each, title, false, true))
                .toList();
        return new SheetItem(
                "document",
                target,
                label,
                owner,
                "",
                false,
                pinning,
                reasons.getOrDefault(target, ""),
                pin(target, Correction.State.DRAFT),
                pin(target, Correction.State.SENT),
                pin(target, Correction.State.MENDED),
                null,
                now,
                replaced,
                0);
    }

    private SheetItem line(
            String kind,
            String target,
            String label,
            String owner,
            String value,
            boolean masked,
            boolean mendable,
            int count) {
        return new SheetItem(
                kind,
                target,
                label,
                owner,
                value,
                masked,
                pinning && mendable,
                reasons.getOrDefault(target, ""),
                pin(target, Correction.State.DRAFT),
                pin(target, Correction.State.SENT),
                pin(target, Correction.State.MENDED),
                changeOf(target),
                List.of(),
                List.of(),
                count);
    }

    private Difference changeOf(String target) {
        ReviewCase.Change change = changes.get(target);
        if (change == null) {
            return null;
        }
        Optional<Field> field = words.field(target);
        return Difference.between(
                field.map(each -> words.of(each, change.before())).orElse(change.before()),
                field.map(each -> words.of(each, change.after())).orElse(change.after()));
    }

    /** The last correction on a target that stands so. */
    private Correction pin(String target, Correction.State state) {
        return corrections.stream()
                .filter(each -> each.getTarget().equals(target) && each.getState() == state)
                .reduce((first, last) -> last)
                .orElse(null);
    }

    /** What a target is called, for lists of corrections. */
    String nameOf(String target) {
        return sections().stream()
                .flatMap(section -> section.items().stream())
                .filter(item -> item.target().equals(target))
                .map(SheetItem::fullLabel)
                .findFirst()
                .orElse(target);
    }
}
