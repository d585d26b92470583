package gov.tianmu.engine.modules.compare;

import gov.tianmu.engine.modules.compare.Migration.Way;
import gov.tianmu.spi.definition.DocumentRequirement;
import gov.tianmu.spi.definition.Field;
import gov.tianmu.spi.definition.FieldType;
import gov.tianmu.spi.definition.ProgramDefinition;
import gov.tianmu.spi.definition.Stage;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * Whether a definition takes less than the one before it. Where it does not, every answer given to the old one fits the
 * new one, and none has to be read to know that. What is required, shown or hinted makes no difference here: a draft is
 * not finished anyhow.
 */
public final class Narrowing {

    /** Answers of the one are answers of the other, if need be within its limits. */
    private static final Map<FieldType, Set<FieldType>> TAKES = Map.of(
            FieldType.LONGTEXT, Set.of(FieldType.TEXT),
            FieldType.PHONE, Set.of(FieldType.MOBILE),
            FieldType.NUMBER, Set.of(FieldType.MONEY),
            FieldType.MONEY, Set.of(FieldType.NUMBER));

    private Narrowing() {}

    /** Whether a question of one type can take answers given to one of another. */
    public static boolean takes(FieldType now, FieldType then) {
        return now == then || TAKES.getOrDefault(now, Set.of()).contains(then);
    }

    /** Whether an answer to the old form might not fit the new one. */
    public static boolean ofAnswers(ProgramDefinition before, ProgramDefinition after, Way way) {
        return before.fields()
                .filter(Field::isEditable)
                .anyMatch(field -> way.field(field.id())
                        .map(id -> narrows(field, after.field(id), field.id(), way))
                        .orElse(false));
    }

    /** Whether a document of the old requirements might have no place in the new ones. */
    public static boolean ofDocuments(ProgramDefinition before, ProgramDefinition after, Way way) {
        return before.documents().stream()
                .anyMatch(old -> way.document(old.id())
                        .map(id -> !keeps(old, after.document(id), way))
                        .orElse(false));
    }

    /** Whether documents attached for a requirement of the old form can stand under the new one. */
    public static boolean keeps(DocumentRequirement then, Optional<DocumentRequirement> now, Way way) {
        return now.isPresent()
                && now.get().per().equals(then.per().flatMap(way::field))
                && now.get().per().isPresent() == then.per().isPresent();
    }

    /** The steps that the procedure had and has no more. */
    public static Set<Stage.Kind> lostStages(ProgramDefinition before, ProgramDefinition after) {
        Set<Stage.Kind> lost = EnumSet.noneOf(Stage.Kind.class);
        before.stages().forEach(stage -> lost.add(stage.kind()));
        after.stages().forEach(stage -> lost.remove(stage.kind()));
        return lost;
    }

    private static boolean narrows(Field then, Optional<Field> found, String path, Way way) {
        if (found.isEmpty()) {
            return true;
        }
        Field now = found.get();
        if (!now.isEditable()) {
            return false;
        }
        boolean sameKind = now.type() == then.type() || now.type() == FieldType.LONGTEXT && then.type() == FieldType.TEXT;
        return !sameKind
                || lowers(then.maxLength(), now.maxLength())
                || lowers(then.maxRows(), now.maxRows())
                || lowers(then.max(), now.max(), Function.identity())
                || lowers(then.min(), now.min(), BigDecimal::negate)
                || losesOption(then, now, path, way)
                || losesColumn(then, now, way);
    }

    private static boolean lowers(OptionalInt then, OptionalInt now) {
        return now.isPresent() && (then.isEmpty() || now.getAsInt() < then.getAsInt());
    }

    private static boolean lowers(
            Optional<BigDecimal> then, Optional<BigDecimal> now, Function<BigDecimal, BigDecimal> side) {
        return now.isPresent()
                && (then.isEmpty() || side.apply(now.get()).compareTo(side.apply(then.get())) < 0);
    }

    private static boolean losesOption(Field then, Field now, String path, Way way) {
        return then.options().stream()
                .anyMatch(option -> now.option(way.value(path, option.value())).isEmpty());
    }

    private static boolean losesColumn(Field then, Field now, Way way) {
        List<Field> columns = then.columns();
        return columns.stream()
                .anyMatch(column -> way.column(then.id(), column.id())
                        .map(id -> narrows(column, now.column(id), then.id() + "." + column.id(), way))
                        .orElse(false));
    }
}
