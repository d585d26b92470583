package gov.tianmu.web.applicant;

import gov.tianmu.spi.answers.Answers;
import gov.tianmu.spi.definition.DocumentRequirement;
import gov.tianmu.spi.definition.Field;
import gov.tianmu.spi.definition.FieldType;
import gov.tianmu.spi.definition.ProgramDefinition;
import gov.tianmu.spi.definition.Section;
import gov.tianmu.web.display.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what a path of a violation or a correction names, as the reader sees it: {@code team[r2].resident-id} is
 * 「吴佳敏：身份证号码」 in the section 工作室成员情况.
 */
final class FormPlaces {

    private static final Pattern PATH = Pattern.compile("(document:)?([a-z0-9-]+)(?:\\[([^]]+)])?(?:\\.([a-z0-9-]+))?");

    private final ProgramDefinition definition;
    private final Answers answers;
    private final Locale locale;

    /**
     * A place in the form.
     *
     * @param section the section's id
     * @param whose the row it stands in; empty for none
     * @param name what it is called
     * @param anchor the element's id on the section's page
     */
    record Place(String section, String whose, String name, String anchor) {}

    FormPlaces(ProgramDefinition definition, Answers answers, Locale locale) {
        this.definition = definition;
        this.answers = answers;
        this.locale = locale;
    }

    Optional<Place> of(String path) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String row = parts.group(3);
        if (parts.group(1) != null) {
            return definition.document(parts.group(2)).map(d -> document(d, row, path));
        }
        Optional<Field> field = definition.field(parts.group(2));
        return field.flatMap(f -> definition.sectionOf(f.id()).map(s -> answer(s, f, row, parts.group(4), path)));
    }

    private Place document(DocumentRequirement requirement, String row, String path) {
        String label = requirement.label().in(locale);
        String whose = requirement.per().isPresent() && row != null
                ? rowTitle(requirement.per().get(), row)
                : "";
        return new Place(requirement.section(), whose, label, Addresses.anchor(path));
    }

    private Place answer(Section section, Field field, String row, String column, String path) {
        if (row == null) {
            return new Place(section.id(), "", field.label().in(locale), Addresses.anchor(path));
        }
        String label = Optional.ofNullable(column)
                .flatMap(field::column)
                .map(c -> c.label().in(locale))
                .orElse("");
        return new Place(section.id(), rowTitle(field.id(), row), label, Addresses.anchor(path));
    }

    /** 吴佳敏：身份证号码. */
    String label(Place place) {
        return joined(place.whose(), place.name());
    }

    /** The place and what is wrong with it. A message that begins with the name does not say it twice. */
    String headline(Place place, String message) {
        boolean named = place.name().isEmpty() || message.startsWith(place.name());
        return joined(place.whose(), named ? message : joined(place.name(), message));
    }

    private String joined(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : Texts.of(locale, "my.place", first, second);
    }

    /** What a row is called: its first word answer, else its place in the table. */
    String rowTitle(String table, String rowId) {
        List<Answers.Row> rows = answers.rows(table);
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).id().equals(rowId)) {
                return rowTitle(definition.field(table).orElseThrow(), rows.get(i), i + 1);
            }
        }
        return "";
    }

    String rowTitle(Field table, Answers.Row row, int ordinal) {
        return table.columns().stream()
                .filter(c -> c.type() == FieldType.TEXT && row.answers().has(c.id()))
                .map(c -> row.answers().text(c.id()).strip())
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElseGet(() -> Texts.of(locale, "my.row", ordinal));
    }
}
