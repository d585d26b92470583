package gov.tianmu.engine.modules.definition;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a schema cannot say about a {@code program.xml}: that references lead somewhere sensible, that conditions do not
 * wait for each other, that points add up. Each finding stands on the line of the element that is wrong.
 */
final class ProgramChecks {

    private static final Set<String> CHOICES = Set.of("choice", "multichoice");
    private static final Set<String> NEVER_PUBLIC = Set.of("resident-id", "mobile", "phone");
    private static final List<String> STAGE_ORDER = List.of(
            "submission", "acceptance", "site-visit", "scoring", "committee", "publicity", "decision", "grant");

    private final Findings findings;
    private final XmlElement program;
    private final Map<String, XmlElement> fields = new HashMap<>();
    private final Set<String> sections = new HashSet<>();

    ProgramChecks(String resource, XmlElement program) {
        this.findings = new Findings(resource);
        this.program = program;
        for (XmlElement section : form()) {
            sections.add(section.get("id"));
            section.children().forEach(field -> fields.put(field.get("id"), field));
        }
    }

    List<DefinitionError> errors() {
        for (XmlElement section : form()) {
            for (XmlElement field : section.children()) {
                checkField(field, Map.of());
                field.child("columns").ifPresent(columns -> checkTable(field, columns));
            }
        }
        new ConditionCycles(fields, findings).check();
        program.child("documents").ifPresent(documents -> documents.children().forEach(this::checkDocument));
        checkStages();
        checkResult(program.child("result").orElseThrow());
        program.child("scores").ifPresent(scores -> new ScoreChecks(scores, findings).check());
        new MigrationChecks(program, fields, findings).check();
        return findings.errors();
    }

    private List<XmlElement> form() {
        return program.child("form").orElseThrow().children();
    }

    private void checkTable(XmlElement table, XmlElement columns) {
        if (table.integer("min-rows") > table.integer("max-rows")) {
            findings.add(table, "最少行数大于最多行数", "min-rows is over max-rows");
        }
        Map<String, XmlElement> row = new HashMap<>();
        columns.children().forEach(column -> row.put(column.get("id"), column));
        for (XmlElement column : columns.children()) {
            checkField(column, row);
            if (column.find("claim").isPresent() || column.child("composed").isPresent()) {
                findings.add(column, "表格的列不能由系统填写", "the portal fills no column of a table");
            }
        }
    }

    private void checkField(XmlElement field, Map<String, XmlElement> row) {
        field.child("visible-when").ifPresent(condition -> checkCondition(field, condition, row));
        field.child("required-when").ifPresent(condition -> checkCondition(field, condition, row));
        field.child("agrees-with").ifPresent(agreement -> checkAgreement(agreement, row));
        field.child("composed").ifPresent(composed -> checkComposition(field, composed));
        field.find("claim").ifPresent(claim -> {
            if (claim.equals("uscc") != field.name().equals("uscc")) {
                findings.add(field, "声明 " + claim + " 与题型不符", "claim " + claim + " does not fit the type");
            }
        });
        if (field.findDecimal("min").isPresent()
                && field.findDecimal("max").isPresent()
                && field.decimal("min").compareTo(field.decimal("max")) > 0) {
            findings.add(field, "最小值大于最大值", "min is over max");
        }
        Set<String> options = new HashSet<>();
        for (XmlElement option : field.children("option")) {
            if (!options.add(option.get("value"))) {
                findings.add(option, "选项值重复：" + option.get("value"), "option value twice: " + option.get("value"));
            }
        }
    }

    private void checkCondition(XmlElement on, XmlElement condition, Map<String, XmlElement> row) {
        String id = condition.get("field");
        Optional<XmlElement> found = find(id, row);
        if (found.isEmpty()) {
            findings.add(condition, "没有这一项：" + id, "there is no field " + id);
            return;
        }
        XmlElement target = found.get();
        if (target == on) {
            findings.add(condition, "条件不能引用自身：" + id, "a condition looks at its own field " + id);
        }
        List<String> values = condition.list("values");
        if (CHOICES.contains(target.name())) {
            List<String> known =
                    target.children("option").stream().map(option -> option.get("value")).toList();
            values.stream()
                    .filter(value -> !known.contains(value))
                    .forEach(value -> findings.add(
                            condition, id + " 没有选项 " + value, "field " + id + " has no option " + value));
        } else if (target.name().equals("yesno")) {
            values.stream()
                    .filter(value -> !value.equals("true") && !value.equals("false"))
                    .forEach(value ->
                            findings.add(condition, "是否题只有 true 和 false", "a yesno is true or false, not " + value));
        } else if (!values.isEmpty()) {
            findings.add(
                    condition,
                    id + " 不是选择题，条件不能列出取值",
                    "field " + id + " offers no choice, its condition takes no values");
        }
    }

    private void checkAgreement(XmlElement agreement, Map<String, XmlElement> row) {
        if (agreement.find("birth").isEmpty() && agreement.find("sex").isEmpty()) {
            findings.add(agreement, "应指明出生日期或性别", "agrees-with names birth or sex");
        }
        agreement.find("birth").ifPresent(id -> {
            Optional<XmlElement> birth = find(id, row);
            if (birth.isEmpty()) {
                findings.add(agreement, "没有这一项：" + id, "there is no field " + id);
            } else if (!Set.of("date", "month").contains(birth.get().name())) {
                findings.add(agreement, id + " 不是日期或年月", "field " + id + " is no date and no month");
            }
        });
        agreement.find("sex").ifPresent(id -> {
            Optional<XmlElement> sex = find(id, row);
            if (sex.isEmpty()) {
                findings.add(agreement, "没有这一项：" + id, "there is no field " + id);
            } else if (!sex.get().name().equals("choice")
                    || !sex.get().children("option").stream()
                            .map(option -> option.get("value"))
                            .toList()
                            .containsAll(List.of("male", "female"))) {
                findings.add(
                        agreement,
                        id + " 不是含 male、female 的选择题",
                        "field " + id + " is no choice of male and female");
            }
        });
    }

    private void checkComposition(XmlElement field, XmlElement composed) {
        if (field.find("claim").isPresent()) {
            findings.add(field, "声明与合成只能取其一", "a field has a claim or is composed, not both");
        }
        for (XmlElement part : composed.children("answer")) {
            String id = part.get("field");
            XmlElement source = fields.get(id);
            if (source == null) {
                findings.add(part, "没有这一项：" + id, "there is no field " + id);
            } else if (!source.name().equals("text") || source.child("composed").isPresent()) {
                findings.add(part, id + " 不是填写的单行文字", "field " + id + " is no line of text that somebody types");
            }
        }
    }

    private void checkDocument(XmlElement document) {
        if (!sections.contains(document.get("section"))) {
            findings.add(
                    document, "没有这一部分：" + document.get("section"), "there is no section " + document.get("section"));
        }
        if (document.list("types").isEmpty()) {
            findings.add(document, "应至少接受一种文件", "a document takes one type of file at least");
        }
        document.find("per").ifPresent(id -> {
            XmlElement table = fields.get(id);
            if (table == null || !table.name().equals("table")) {
                findings.add(document, "没有这张表：" + id, "there is no table " + id);
            }
        });
        document.child("required-when").ifPresent(condition -> checkCondition(document, condition, Map.of()));
    }

    private void checkStages() {
        XmlElement stages = program.child("stages").orElseThrow();
        List<String> kinds =
                stages.children().stream().map(stage -> stage.get("kind")).toList();
        int last = -1;
        for (XmlElement stage : stages.children()) {
            int place = STAGE_ORDER.indexOf(stage.get("kind"));
            if (place < last) {
                findings.add(
                        stage,
                        "环节顺序应为 " + String.join("、", STAGE_ORDER),
                        "stages come in the order " + String.join(", ", STAGE_ORDER));
            }
            last = Math.max(last, place);
        }
        for (String needed : List.of("submission", "decision")) {
            if (!kinds.contains(needed)) {
                findings.add(stages, "缺少环节 " + needed, "the stage " + needed + " is missing");
            }
        }
        agree(stages, kinds.contains("publicity"), "publicity");
        agree(stages, kinds.contains("scoring"), "scores");
    }

    /** A stage that needs more than its name, and what it needs, come together. */
    private void agree(XmlElement stages, boolean staged, String element) {
        boolean defined = program.child(element).isPresent();
        if (staged && !defined) {
            findings.add(stages, "有此环节而没有 <" + element + ">", "a stage needs <" + element + ">");
        }
        if (!staged && defined) {
            findings.add(
                    program.child(element).orElseThrow(),
                    "没有与 <" + element + "> 对应的环节",
                    "no stage uses <" + element + ">");
        }
    }

    private void checkResult(XmlElement result) {
        checkPublicField(result, result.get("name-field"));
        result.children("column").forEach(column -> checkPublicField(column, column.get("field")));
    }

    private void checkPublicField(XmlElement where, String id) {
        XmlElement field = fields.get(id);
        if (field == null) {
            findings.add(where, "没有这一项：" + id, "there is no field " + id);
        } else if (field.findFlag("personal").orElse(NEVER_PUBLIC.contains(field.name()))) {
            findings.add(where, id + " 是个人信息，不能公开", "field " + id + " is personal and never public");
        } else if (field.name().equals("table")) {
            findings.add(where, id + " 是表格，不能作为一列", "field " + id + " is a table and no column");
        }
    }

    private Optional<XmlElement> find(String id, Map<String, XmlElement> row) {
        return Optional.ofNullable(row.getOrDefault(id, fields.get(id)));
    }
}
