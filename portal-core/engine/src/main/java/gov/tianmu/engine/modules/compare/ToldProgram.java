package gov.tianmu.engine.modules.compare;

import static gov.tianmu.engine.modules.compare.Told.english;

import gov.tianmu.engine.modules.compare.DefinitionChange.Part;
import gov.tianmu.engine.modules.compare.Migration.Way;
import gov.tianmu.spi.definition.DocumentRequirement;
import gov.tianmu.spi.definition.Field;
import gov.tianmu.spi.definition.ProgramDefinition;
import gov.tianmu.spi.definition.PublicityRule;
import gov.tianmu.spi.definition.ResultDefinition;
import gov.tianmu.spi.definition.Section;
import gov.tianmu.spi.definition.Stage;
import gov.tianmu.spi.definition.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Retells a program part by part. */
final class ToldProgram {

    private final ProgramDefinition program;
    private final FieldWords words;
    private final Way way;
    private final List<Told> told = new ArrayList<>();

    private ToldProgram(ProgramDefinition program, Way way) {
        this.program = program;
        this.way = way;
        this.words = new FieldWords(program);
    }

    /** @param way under which names its parts are told, so that a part with another name is the same part */
    static List<Told> of(ProgramDefinition program, Way way) {
        return new ToldProgram(program, way).tell();
    }

    private List<Told> tell() {
        told.add(Told.of(Part.PROGRAM, program.id(), "", program.title())
                .fact("title", "名称", "Title", program.title())
                .fact("summary", "说明", "Summary", program.summary())
                .fact("mark", "申报件编号标记", "Mark of case numbers", Text.of(program.caseMark())));
        program.sections().forEach(this::section);
        program.documents().forEach(this::document);
        program.stages().forEach(this::stage);
        program.scores().ifPresent(scores -> told.addAll(ToldScores.of(scores)));
        program.publicity().ifPresent(this::publicity);
        result(program.result());
        return told;
    }

    private void section(Section section) {
        told.add(Told.of(Part.SECTION, section.id(), "form", section.title())
                .fact("title", "标题", "Title", section.title())
                .fact("hint", "提示", "Hint", section.hint()));
        for (Field field : section.fields()) {
            String id = way.field(field.id()).orElse(field.id());
            told.add(words.facts(
                            Told.of(Part.FIELD, id, "section:" + section.id(), field.label()), field, List.of())
                    .fact("section", "所在部分", "Section", section.id(), section.title()));
            for (Field column : field.columns()) {
                Text label = new Text(
                        field.label().zh() + "：" + column.label().zh(),
                        english(field.label()) + ": " + english(column.label()));
                String path = id + "." + way.column(field.id(), column.id()).orElse(column.id());
                told.add(words.facts(Told.of(Part.FIELD, path, id, label), column, field.columns()));
            }
        }
    }

    private void document(DocumentRequirement document) {
        Text section = program.section(document.section()).map(Section::title).orElse(Text.of(document.section()));
        Text types = Text.of(String.join(" ", new TreeSet<>(document.types())).toUpperCase(Locale.ROOT));
        told.add(Told.of(
                        Part.DOCUMENT,
                        way.document(document.id()).orElse(document.id()),
                        "documents",
                        document.label())
                .fact("label", "名称", "Label", document.label())
                .fact("hint", "提示", "Hint", document.hint())
                .fact("section", "所在部分", "Section", document.section(), section)
                .say("required", document.required() ? new Text("必须上传", "required") : new Text("可以不上传", "optional"))
                .fact("required-when", "必须上传的条件", "Required when",
                        document.requiredWhen(), words.condition(document.requiredWhen(), List.of()))
                .fact("per", "逐行上传的表格", "One for each row of",
                        document.per(), document.per().map(this::labelOf).orElse(Text.EMPTY))
                .fact("types", "文件类型", "File types", types)
                .fact("count", "最多文件数", "Files at most", Optional.of(document.maxCount()))
                .sayIf(document.personal(), "personal", "按个人信息保护", "personal data"));
    }

    private void stage(Stage stage) {
        String kind = stage.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        told.add(Told.of(Part.STAGE, kind, "stages", stage.title())
                .fact("title", "名称", "Title", stage.title())
                .fact("days", "办理工作日", "Working days", stage.workingDays()));
    }

    private void publicity(PublicityRule publicity) {
        told.add(Told.of(Part.PUBLICITY, "publicity", "", new Text("公示", "Publicity"))
                .fact("days", "公示工作日", "Working days", Optional.of(publicity.workingDays()))
                .fact("objection", "提出异议的办法", "How to object", publicity.objection())
                .sayIf(publicity.anonymous(), "anonymous", "受理匿名异议", "anonymous objections are taken up"));
    }

    private void result(ResultDefinition result) {
        told.add(Told.of(Part.RESULT, "result", "", result.title())
                .fact("title", "称号", "Title", result.title())
                .fact("name", "名录所列名称取自", "Name on lists", result.nameField(), labelOf(result.nameField()))
                .fact("term", "有效期", "Valid for", Optional.of(result.validFor()))
                .fact("renews", "延续的事项", "Renews", result.renews()));
        result.columns().forEach(column -> told.add(
                Told.of(Part.RESULT, "column." + column.id(), "columns", column.label())
                        .fact("label", "名称", "Label", column.label())
                        .fact("field", "取自", "Taken from", column.field(), labelOf(column.field()))));
    }

    private Text labelOf(String field) {
        return program.field(field).map(Field::label).orElse(Text.of(field));
    }
}
