package gov.tianmu.web.applicant;

import gov.tianmu.engine.casefile.AnswerCheck;
import gov.tianmu.engine.casefile.EditableTargets;
import gov.tianmu.engine.casefile.MaskedAnswers;
import gov.tianmu.engine.document.Document;
import gov.tianmu.spi.answers.Answers;
import gov.tianmu.spi.definition.Condition;
import gov.tianmu.spi.definition.DocumentRequirement;
import gov.tianmu.spi.definition.Field;
import gov.tianmu.spi.definition.FieldType;
import gov.tianmu.spi.definition.ProgramDefinition;
import gov.tianmu.spi.definition.Section;
import gov.tianmu.web.display.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Draws up the sections of a form from its definition and the answers, documents, problems and pins of one case. Knows
 * types of fields, never a field.
 */
final class FormView {

    /** In a new row's paths, where its id will stand. */
    static final String NEW_ROW = "__ROW__";

    /** Buttons that would not fit beside each other in a third of a row make way for a list. */
    private static final int BUTTONS_ROOM = 20;

    /** What a button takes beside its label. */
    private static final int BUTTON_FRAME = 3;

    private static final int MOST_HEADINGS = 6;

    private final ProgramDefinition definition;
    private final Answers answers;
    private final List<Document> documents;
    private final List<Problem> problems;
    private final List<Pin> pins;
    private final Predicate<String> editable;
    private final String number;
    private final Locale locale;
    private final FormPlaces places;
    private final AnswerWords words;

    /**
     * @param problems those it is time to show
     * @param pins what the officer asked for; empty unless the case was returned
     * @param editable which paths may be changed now
     */
    FormView(
            ProgramDefinition definition,
            Answers answers,
            List<Document> documents,
            List<Problem> problems,
            List<Pin> pins,
            Predicate<String> editable,
            String number,
            Locale locale) {
        this.definition = definition;
        this.answers = answers;
        this.documents = documents;
        this.problems = problems;
        this.pins = pins;
        this.editable = editable;
        this.number = number;
        this.locale = locale;
        this.places = new FormPlaces(definition, answers, locale);
        this.words = new AnswerWords(locale);
    }

    /** Whether a pin, or one of its row or table, lets a path be changed. */
    static boolean isCovered(List<Pin> pins, String path) {
        return pins.stream().anyMatch(p -> EditableTargets.covers(p.path(), path));
    }

    List<ShownSection> sections() {
        return definition.sections().stream().map(this::section).toList();
    }

    ShownSection section(Section section) {
        List<ShownField> fields = section.fields().stream()
                .map(f -> field(f, f.id(), answers, false))
                .toList();
        List<ShownRequirement> requirements = definition.documents().stream()
                .filter(d -> d.section().equals(section.id()) && d.per().isEmpty())
                .map(d -> requirement(d, Document.NO_ROW))
                .toList();
        List<ShownField> perRow = fields.stream()
                .filter(f -> f.table() != null && f.table().documented())
                .toList();
        return new ShownSection(
                section.id(),
                definition.sections().indexOf(section) + 1,
                section.title().in(locale),
                section.hint().in(locale),
                fields,
                requirements,
                perRow);
    }

    private ShownField field(Field field, String path, Answers scope, boolean inRow) {
        String value = words.value(field, scope);
        String text = scope.text(field.id());
        return new ShownField(
                path,
                Addresses.anchor(path),
                field.label().in(locale),
                field.hint().in(locale),
                control(field, path, inRow),
                inputType(field.type()),
                inputMode(field.type()),
                field.required(),
                AnswerCheck.isAsked(field, scope, answers),
                value,
                words.shown(field, scope),
                text.codePointCount(0, text.length()),
                field.maxLength().orElse(0),
                MaskedAnswers.isPersonal(field),
                options(field, scope, path),
                field.visibleWhen().map(c -> whenPath(c, path, inRow)).orElse(""),
                field.visibleWhen().map(c -> String.join(" ", c.values())).orElse(""),
                width(field, inRow),
                problemsOf(path),
                pinOf(path),
                field.type() == FieldType.TABLE ? table(field) : null);
    }

    private String control(Field field, String path, boolean inRow) {
        if (field.type() == FieldType.TABLE) {
            return "table";
        }
        if (!field.isEditable() || !editable.test(path)) {
            return "shown";
        }
        return switch (field.type()) {
            case LONGTEXT -> "longtext";
            case CHOICE -> inRow || !hasRoomForButtons(field) ? "select" : "radio";
            case MULTICHOICE -> "checks";
            case YESNO -> "yesno";
            default -> "text";
        };
    }

    private static boolean hasRoomForButtons(Field field) {
        int length = field.options().stream()
                .mapToInt(o -> o.label().zh().length() + BUTTON_FRAME)
                .sum();
        return length <= BUTTONS_ROOM;
    }

    private static String inputType(FieldType type) {
        return switch (type) {
            case DATE -> "date";
            case MONTH -> "month";
            case EMAIL -> "email";
            case PHONE, MOBILE -> "tel";
            default -> "text";
        };
    }

    /** A resident number may end in X, which a pad of digits lacks. */
    private static String inputMode(FieldType type) {
        return switch (type) {
            case NUMBER, MONEY -> "decimal";
            case POSTCODE -> "numeric";
            case PHONE, MOBILE -> "tel";
            case EMAIL -> "email";
            default -> "text";
        };
    }

    private List<ShownOption> options(Field field, Answers scope, String path) {
        Set<String> chosen = field.type() == FieldType.MULTICHOICE
                ? Set.copyOf(scope.choices(field.id()))
                : Set.of(scope.text(field.id()));
        String id = Addresses.anchor(path);
        if (field.type() == FieldType.YESNO) {
            return List.of("true", "false").stream()
                    .map(v -> new ShownOption(v, Texts.of(locale, "my.answer." + v), chosen.contains(v), id + "-" + v))
                    .toList();
        }
        return field.options().stream()
                .map(o -> new ShownOption(
                        o.value(), o.label().in(locale), chosen.contains(o.value()), id + "-" + o.value()))
                .toList();
    }

    /** Inside a row a condition looks at the row first. */
    private String whenPath(Condition condition, String path, boolean inRow) {
        boolean sameRow = inRow && definition
                .field(path.substring(0, path.indexOf('[')))
                .flatMap(t -> t.column(condition.field()))
                .isPresent();
        return sameRow ? path.substring(0, path.indexOf("].") + 2) + condition.field() : condition.field();
    }

    private static int width(Field field, boolean inRow) {
        if (inRow) {
            return field.type() == FieldType.LONGTEXT ? 6 : field.width() * 2;
        }
        return Math.min(3, Math.max(1, field.width())) * 2;
    }

    private List<Problem> problemsOf(String path) {
        return problems.stream().filter(p -> p.path().equals(path)).toList();
    }

    private Pin pinOf(String path) {
        return pins.stream().filter(p -> p.path().equals(path)).findFirst().orElse(null);
    }

    private ShownTable table(Field table) {
        List<Field> headings = headings(table);
        List<DocumentRequirement> perRow = definition.documents().stream()
                .filter(d -> d.per().filter(table.id()::equals).isPresent())
                .toList();
        List<ShownRow> rows = new ArrayList<>();
        for (Answers.Row row : answers.rows(table.id())) {
            String title = places.rowTitle(table, row, rows.size() + 1);
            rows.add(row(table, row, title, headings, perRow));
        }
        boolean open = editable.test(table.id());
        Answers.Row nothing = new Answers.Row(NEW_ROW, Answers.EMPTY);
        ShownRow blank = row(table, nothing, Texts.of(locale, "my.row.new"), headings, perRow);
        boolean room = table.maxRows().isEmpty() || rows.size() < table.maxRows().getAsInt();
        return new ShownTable(
                headings.stream().map(c -> c.label().in(locale)).toList(),
                rows,
                blank,
                open && room,
                open,
                !perRow.isEmpty());
    }

    /** Long words have no place in a row's line. */
    private static List<Field> headings(Field table) {
        return table.columns().stream()
                .filter(c -> c.type() != FieldType.LONGTEXT)
                .limit(MOST_HEADINGS)
                .toList();
    }

    private ShownRow row(
            Field table, Answers.Row row, String title, List<Field> headings, List<DocumentRequirement> perRow) {
        String path = table.id() + "[" + row.id() + "]";
        Optional<String> naming = headings.stream()
                .filter(c -> c.type() == FieldType.TEXT)
                .map(Field::id)
                .findFirst();
        List<ShownRow.LineCell> line = headings.stream()
                .map(c -> new ShownRow.LineCell(
                        path + "." + c.id(),
                        c.label().in(locale),
                        words.masked(c, row.answers()),
                        problemsOf(path + "." + c.id()).stream().anyMatch(p -> !p.warning()),
                        MaskedAnswers.isPersonal(c),
                        naming.filter(c.id()::equals).isPresent()))
                .toList();
        return new ShownRow(
                row.id(),
                path,
                Addresses.anchor(path),
                title,
                line,
                table.columns().stream()
                        .map(c -> field(c, path + "." + c.id(), row.answers(), true))
                        .toList(),
                perRow.stream().map(d -> requirement(d, row.id())).toList(),
                pinOf(path));
    }

    private ShownRequirement requirement(DocumentRequirement requirement, String rowId) {
        String path = Document.target(requirement.id(), rowId);
        boolean required = requirement.required()
                || requirement.requiredWhen()
                        .map(c -> AnswerCheck.holds(c, answers, answers))
                        .orElse(false);
        return new ShownRequirement(
                path,
                Addresses.anchor(path),
                requirement.id(),
                rowId,
                requirement.label().in(locale),
                requirement.hint().in(locale),
                required,
                requirement.types().stream()
                        .map(FormView::endings)
                        .sorted()
                        .collect(Collectors.joining(",")),
                requirement.maxCount(),
                documents.stream()
                        .filter(d -> d.target().equals(path))
                        .map(d -> new ShownRequirement.ShownFile(
                                d.getId(),
                                d.getFileName(),
                                Addresses.document(number, d.getId()),
                                words.size(d.getSize()),
                                d.getUploadedAt()))
                        .toList(),
                editable.test(path)
                        || requirement
                                .per()
                                .filter(table -> editable.test(table + "[" + rowId + "]"))
                                .isPresent(),
                problemsOf(path),
                pinOf(path));
    }

    private static String endings(String group) {
        return switch (group) {
            case "jpeg" -> ".jpg,.jpeg";
            case "office" -> ".doc,.docx,.xls,.xlsx,.ppt,.pptx";
            default -> "." + group;
        };
    }
}
