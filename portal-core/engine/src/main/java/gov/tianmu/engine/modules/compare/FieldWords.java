package gov.tianmu.engine.modules.compare;

import static gov.tianmu.engine.modules.compare.Told.english;

import gov.tianmu.spi.definition.Composition;
import gov.tianmu.spi.definition.Condition;
import gov.tianmu.spi.definition.Field;
import gov.tianmu.spi.definition.FieldType;
import gov.tianmu.spi.definition.IdentityAgreement;
import gov.tianmu.spi.definition.ProgramDefinition;
import gov.tianmu.spi.definition.Text;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What there is to say about a question, with the labels of the others it looks at. */
final class FieldWords {

    private static final List<Text> WIDTHS = List.of(
            new Text("占三分之一行", "a third of a row"),
            new Text("占三分之二行", "two thirds of a row"),
            new Text("占整行", "a whole row"));

    private final ProgramDefinition program;

    FieldWords(ProgramDefinition program) {
        this.program = program;
    }

    /** @param row the columns of the field's table; empty for a question of the form */
    Told facts(Told told, Field field, List<Field> row) {
        told.fact("label", "名称", "Label", field.label())
                .fact("hint", "提示", "Hint", field.hint())
                .fact("type", "题型", "Type", type(field.type()))
                .say("required", field.required() ? new Text("必填", "required") : new Text("选填", "optional"))
                .fact("max-length", "字数上限", "Characters at most", field.maxLength())
                .fact("min", "最小值", "At least", field.min().map(n -> n.stripTrailingZeros().toPlainString()))
                .fact("max", "最大值", "At most", field.max().map(n -> n.stripTrailingZeros().toPlainString()))
                .fact("min-rows", "最少行数", "Rows at least", field.minRows())
                .fact("max-rows", "最多行数", "Rows at most", field.maxRows())
                .fact("visible-when", "显示条件", "Asked when", field.visibleWhen(), condition(field.visibleWhen(), row))
                .fact("required-when", "必填条件", "Required when", field.requiredWhen(), condition(field.requiredWhen(), row))
                .fact("claim", "由统一身份认证填写", "Filled from the sign-on", field.claim())
                .fact("composed", "自动生成", "Composed of", field.composition(), composed(field.composition()))
                .fact("agrees", "与身份证号码核对", "Agrees with", field.agreement(), agreement(field.agreement(), row))
                .sayIf(field.personal(), "personal", "按个人信息保护", "personal data")
                .say("width", WIDTHS.get(Math.min(3, Math.max(1, field.width())) - 1));
        field.options()
                .forEach(option -> told.fact("option." + option.value(), "选项", "Option", option.label()));
        return told;
    }

    Text condition(Optional<Condition> condition, List<Field> row) {
        return condition.map(c -> condition(c, row)).orElse(Text.EMPTY);
    }

    /** {@code “单位性质”为事业、企业}. */
    private Text condition(Condition condition, List<Field> row) {
        Field on = find(condition.field(), row).orElse(null);
        Text label = on == null ? Text.of(condition.field()) : on.label();
        if (condition.values().isEmpty()) {
            return new Text("“" + label.zh() + "”已填写", english(label) + " is answered");
        }
        Text values = Told.joined(new TreeSet<>(condition.values())
                .stream().map(value -> answer(on, value)).toList());
        return new Text("“" + label.zh() + "”为" + values.zh(), english(label) + " is " + english(values));
    }

    private static Text answer(Field on, String value) {
        if (on != null && on.type() == FieldType.YESNO) {
            return value.equals("true") ? new Text("是", "yes") : new Text("否", "no");
        }
        return on == null ? Text.of(value) : on.option(value).map(o -> o.label()).orElse(Text.of(value));
    }

    private Text composed(Optional<Composition> composition) {
        return Told.joined(composition.stream()
                .flatMap(c -> c.parts().stream())
                .map(part -> part.field().isEmpty() ? Text.of("“" + part.words() + "”") : labelOf(part.field(), List.of()))
                .toList());
    }

    private Text agreement(Optional<IdentityAgreement> agreement, List<Field> row) {
        return Told.joined(agreement.stream()
                .flatMap(a -> Stream.of(a.birthField(), a.sexField()))
                .flatMap(Optional::stream)
                .map(id -> labelOf(id, row))
                .toList());
    }

    private Text labelOf(String id, List<Field> row) {
        return find(id, row).map(Field::label).orElse(Text.of(id));
    }

    private Optional<Field> find(String id, List<Field> row) {
        return row.stream().filter(f -> f.id().equals(id)).findFirst().or(() -> program.field(id));
    }

    private static Text type(FieldType type) {
        return switch (type) {
            case TEXT -> new Text("单行文字", "one line of text");
            case LONGTEXT -> new Text("多行文字", "several lines of text");
            case CHOICE -> new Text("单选", "one choice");
            case MULTICHOICE -> new Text("多选", "several choices");
            case YESNO -> new Text("是否", "yes or no");
            case DATE -> new Text("日期", "date");
            case MONTH -> new Text("年月", "month");
            case NUMBER -> new Text("数字", "number");
            case MONEY -> new Text("金额（元）", "amount in yuan");
            case USCC -> new Text("统一社会信用代码", "unified social credit code");
            case RESIDENT_ID -> new Text("身份证号码", "resident identity number");
            case PHONE -> new Text("电话", "telephone");
            case MOBILE -> new Text("手机", "mobile telephone");
            case EMAIL -> new Text("电子邮箱", "e-mail address");
            case POSTCODE -> new Text("邮编", "postcode");
            case TABLE -> new Text("表格", "table");
        };
    }
}
