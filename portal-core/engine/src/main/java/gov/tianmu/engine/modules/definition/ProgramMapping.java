package gov.tianmu.engine.modules.definition;

import gov.tianmu.spi.definition.Composition;
import gov.tianmu.spi.definition.Condition;
import gov.tianmu.spi.definition.DocumentRequirement;
import gov.tianmu.spi.definition.Field;
import gov.tianmu.spi.definition.FieldType;
import gov.tianmu.spi.definition.IdentityAgreement;
import gov.tianmu.spi.definition.Option;
import gov.tianmu.spi.definition.ProgramDefinition;
import gov.tianmu.spi.definition.PublicityRule;
import gov.tianmu.spi.definition.ResultDefinition;
import gov.tianmu.spi.definition.Section;
import gov.tianmu.spi.definition.Stage;
import gov.tianmu.spi.definition.Text;
import java.time.Period;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Turns a checked {@code program.xml} into the records of the SPI. */
final class ProgramMapping {

    private static final Set<FieldType> PERSONAL = Set.of(FieldType.RESIDENT_ID, FieldType.MOBILE, FieldType.PHONE);
    private static final Set<FieldType> WHOLE_ROW = Set.of(FieldType.LONGTEXT, FieldType.TABLE);

    private final XmlElement program;
    private final EnglishTexts english;
    private final String version;

    ProgramMapping(XmlElement program, EnglishTexts english, String version) {
        this.program = program;
        this.english = english;
        this.version = version;
    }

    ProgramDefinition definition() {
        return new ProgramDefinition(
                program.get("id"),
                version,
                english.text("title", program.get("title")),
                english.text("summary", program.get("summary")),
                program.get("case-mark"),
                program.child("form").orElseThrow().children("section").stream().map(this::section).toList(),
                program.child("documents").stream()
                        .flatMap(documents -> documents.children("document").stream())
                        .map(this::document)
                        .toList(),
                program.child("stages").orElseThrow().children("stage").stream().map(this::stage).toList(),
                program.child("scores").map(scores -> new ScoreMapping(scores, english).scheme()),
                program.child("publicity").map(this::publicity),
                result(program.child("result").orElseThrow()));
    }

    private Section section(XmlElement section) {
        String key = "section." + section.get("id");
        return new Section(
                section.get("id"),
                english.text(key + ".title", section.get("title")),
                optional(key + ".hint", section.find("hint")),
                section.children().stream().map(field -> field(field, "field.")).toList());
    }

    private Field field(XmlElement field, String prefix) {
        String id = field.get("id");
        String key = prefix + id;
        FieldType type = FieldType.ofCode(field.name())
                .orElseThrow(() -> new IllegalStateException("the schema let <" + field.name() + "> pass"));
        boolean table = type == FieldType.TABLE;
        return new Field(
                id,
                type,
                english.text(key + ".label", field.get("label")),
                optional(key + ".hint", field.find("hint")),
                field.flag("required"),
                number(field.findInteger("max-length")),
                field.findDecimal("min"),
                field.findDecimal("max"),
                table ? OptionalInt.of(field.integer("min-rows")) : OptionalInt.empty(),
                table ? OptionalInt.of(field.integer("max-rows")) : OptionalInt.empty(),
                field.children("option").stream()
                        .map(option -> new Option(
                                option.get("value"),
                                english.text(key + ".option." + option.get("value"), option.get("label"))))
                        .toList(),
                field.child("columns").stream()
                        .flatMap(columns -> columns.children().stream())
                        .map(column -> field(column, key + "."))
                        .toList(),
                field.child("visible-when").map(ProgramMapping::condition),
                field.child("required-when").map(ProgramMapping::condition),
                field.find("claim"),
                field.child("composed").map(ProgramMapping::composition),
                field.child("agrees-with")
                        .map(agreement -> new IdentityAgreement(agreement.find("birth"), agreement.find("sex"))),
                field.findFlag("personal").orElse(PERSONAL.contains(type)),
                field.findInteger("width").orElse(WHOLE_ROW.contains(type) ? 3 : 1));
    }

    static Condition condition(XmlElement condition) {
        return new Condition(condition.get("field"), Set.copyOf(condition.list("values")));
    }

    private static Composition composition(XmlElement composed) {
        return new Composition(composed.children().stream()
                .map(part -> part.name().equals("answer")
                        ? new Composition.Part(part.get("field"), "")
                        : new Composition.Part("", part.words()))
                .toList());
    }

    private DocumentRequirement document(XmlElement document) {
        String key = "document." + document.get("id");
        return new DocumentRequirement(
                document.get("id"),
                english.text(key + ".label", document.get("label")),
                optional(key + ".hint", document.find("hint")),
                document.get("section"),
                document.flag("required"),
                document.find("per"),
                Set.copyOf(document.list("types")),
                document.integer("max-count"),
                document.child("required-when").map(ProgramMapping::condition),
                document.flag("personal"));
    }

    private Stage stage(XmlElement stage) {
        String kind = stage.get("kind");
        return new Stage(
                Stage.Kind.valueOf(kind.toUpperCase(Locale.ROOT).replace('-', '_')),
                english.text("stage." + kind + ".title", stage.get("title")),
                number(stage.findInteger("working-days")));
    }

    private PublicityRule publicity(XmlElement publicity) {
        return new PublicityRule(
                publicity.integer("working-days"),
                english.text("publicity.objection", publicity.get("objection")),
                publicity.flag("anonymous"));
    }

    private ResultDefinition result(XmlElement result) {
        return new ResultDefinition(
                english.text("result.title", result.get("title")),
                result.get("name-field"),
                Period.parse(result.get("valid-for")),
                result.children("column").stream()
                        .map(column -> new ResultDefinition.Column(
                                column.get("id"),
                                english.text("result.column." + column.get("id") + ".label", column.get("label")),
                                column.get("field")))
                        .toList(),
                result.find("renews"));
    }

    private Text optional(String key, Optional<String> zh) {
        return zh.map(words -> english.text(key, words)).orElse(Text.EMPTY);
    }

    private static OptionalInt number(Optional<Integer> number) {
        return number.map(OptionalInt::of).orElse(OptionalInt.empty());
    }
}
