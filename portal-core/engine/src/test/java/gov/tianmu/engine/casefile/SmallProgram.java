package gov.tianmu.engine.casefile;

import gov.tianmu.spi.definition.Composition;
import gov.tianmu.spi.definition.Condition;
import gov.tianmu.spi.definition.Field;
import gov.tianmu.spi.definition.FieldType;
import gov.tianmu.spi.definition.IdentityAgreement;
import gov.tianmu.spi.definition.Option;
import gov.tianmu.spi.definition.ProgramDefinition;
import gov.tianmu.spi.definition.ResultDefinition;
import gov.tianmu.spi.definition.Section;
import gov.tianmu.spi.definition.Text;
import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A program with one field of every kind that the checks tell apart. */
final class SmallProgram {

    private SmallProgram() {}

    static ProgramDefinition definition() {
        Field member = field("member", FieldType.TEXT, true);
        Field memberSex = choice("sex", List.of("male", "female"));
        Field memberId = identity("resident-id", Optional.empty(), Optional.of("sex"));
        List<Field> fields = List.of(
                limited(field("name", FieldType.TEXT, true), 10),
                choice("nature", List.of("institution", "enterprise")),
                when(choice("funding", List.of("full", "partial")), new Condition("nature", Set.of("institution"))),
                field("born", FieldType.MONTH, false),
                choice("sex", List.of("male", "female")),
                identity("resident-id", Optional.of("born"), Optional.of("sex")),
                between(field("count", FieldType.NUMBER, false), 1, 10),
                field("grant", FieldType.MONEY, false),
                field("agreed", FieldType.YESNO, false),
                many("areas", List.of("a", "b", "c")),
                field("started", FieldType.DATE, false),
                field("call", FieldType.PHONE, false),
                field("mail", FieldType.EMAIL, false),
                composed("title", List.of(new Composition.Part("name", ""), new Composition.Part("", "工作室"))),
                table("team", 2, 3, List.of(member, memberSex, memberId)));
        return new ProgramDefinition(
                "small",
                "1.0.0",
                Text.of("小事项"),
                Text.EMPTY,
                "小",
                List.of(new Section("all", Text.of("全部"), Text.EMPTY, fields)),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                new ResultDefinition(Text.of("称号"), "title", Period.ofYears(3), List.of(), Optional.empty()));
    }

    private static Field make(
            String id,
            FieldType type,
            boolean required,
            OptionalInt maxLength,
            Optional<BigDecimal> min,
            Optional<BigDecimal> max,
            OptionalInt minRows,
            OptionalInt maxRows,
            List<Option> options,
            List<Field> columns,
            Optional<Condition> when,
            Optional<Composition> composition,
            Optional<IdentityAgreement> agreement) {
        return new Field(
                id,
                type,
                Text.of(id),
                Text.EMPTY,
                required,
                maxLength,
                min,
                max,
                minRows,
                maxRows,
                options,
                columns,
                when,
                when,
                Optional.empty(),
                composition,
                agreement,
                false,
                1);
    }

    private static Field field(String id, FieldType type, boolean required) {
        return make(id, type, required, OptionalInt.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Field limited(Field f, int max) {
        return make(f.id(), f.type(), f.required(), OptionalInt.of(max), Optional.empty(), Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Field between(Field f, int min, int max) {
        return make(f.id(), f.type(), f.required(), OptionalInt.empty(), Optional.of(BigDecimal.valueOf(min)), Optional.of(BigDecimal.valueOf(max)), OptionalInt.empty(), OptionalInt.empty(), List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Field choice(String id, List<String> values) {
        return make(id, FieldType.CHOICE, false, OptionalInt.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), options(values), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Field many(String id, List<String> values) {
        return make(id, FieldType.MULTICHOICE, false, OptionalInt.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), options(values), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Field when(Field f, Condition condition) {
        return make(f.id(), f.type(), false, OptionalInt.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), f.options(), List.of(), Optional.of(condition), Optional.empty(), Optional.empty());
    }

    private static Field identity(String id, Optional<String> birth, Optional<String> sex) {
        return make(id, FieldType.RESIDENT_ID, false, OptionalInt.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.of(new IdentityAgreement(birth, sex)));
    }

    private static Field composed(String id, List<Composition.Part> parts) {
        return make(id, FieldType.TEXT, false, OptionalInt.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), List.of(), List.of(), Optional.empty(), Optional.of(new Composition(parts)), Optional.empty());
    }

    private static Field table(String id, int min, int max, List<Field> columns) {
        return make(id, FieldType.TABLE, true, OptionalInt.empty(), Optional.empty(), Optional.empty(), OptionalInt.of(min), OptionalInt.of(max), List.of(), columns, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static List<Option> options(List<String> values) {
        return values.stream().map(v -> new Option(v, Text.of(v))).toList();
    }
}
