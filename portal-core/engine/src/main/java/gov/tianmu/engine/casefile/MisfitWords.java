package gov.tianmu.engine.casefile;

import gov.tianmu.engine.usecase.Violation;
import gov.tianmu.spi.definition.DocumentRequirement;
import gov.tianmu.spi.definition.Field;
import gov.tianmu.spi.definition.ProgramDefinition;
import gov.tianmu.spi.definition.Stage;
import gov.tianmu.spi.definition.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says which answers of a case do not fit a new definition and why, by the labels of the form; never an answer. */
final class MisfitWords {

    private static final int NAMED = 5;

    private final ProgramDefinition before;

    MisfitWords(ProgramDefinition before) {
        this.before = before;
    }

    /** The questions and documents at fault, rows aside: {@code fax}, {@code team.degree}, {@code document:licence}. */
    static List<String> fields(List<Violation> misfits) {
        return misfits.stream().map(v -> withoutRow(v.field())).distinct().toList();
    }

    Text of(List<Violation> misfits, Optional<Stage> lost) {
        List<Text> reasons = new ArrayList<>();
        lost.ifPresent(stage -> reasons.add(new Text(
                "正处在“" + stage.title().zh() + "”环节，新版没有这个环节",
                "stands in the step “" + english(stage.title()) + "”, which the new version does not have")));
        Map<String, String> codes = new LinkedHashMap<>();
        misfits.forEach(v -> codes.putIfAbsent(withoutRow(v.field()), v.code()));
        codes.entrySet().stream().limit(NAMED).forEach(e -> reasons.add(reason(e.getKey(), e.getValue())));
        String zh = reasons.stream().map(Text::zh).collect(Collectors.joining("；"));
        String en = reasons.stream().map(Text::en).collect(Collectors.joining("; "));
        return codes.size() <= NAMED
                ? new Text(zh, en)
                : new Text(zh + "；等" + codes.size() + "处", en + "; " + codes.size() + " places in all");
    }

    private Text reason(String place, String code) {
        Text label = label(place);
        Text why =
                switch (code) {
                    case "form.gone" -> new Text("新版没有这一项", "is not in the new form");
                    case "form.type" -> new Text("新版题型不同", "is of another type in the new form");
                    case "document.gone" -> new Text("新版没有这项材料要求", "is not asked for by the new version");
                    case "not-an-option" -> new Text("所选的选项新版没有", "has an option the new form does not offer");
                    case "too-long" -> new Text("超过新版的字数上限", "is longer than the new form allows");
                    case "too-many-rows" -> new Text("超过新版的行数上限", "has more rows than the new form allows");
                    case "number.min", "number.max" -> new Text("超出新版的数值范围", "is out of the new form's range");
                    default -> new Text("不符合新版的格式", "is not of the form the new version asks for");
                };
        return new Text("“" + label.zh() + "”" + why.zh(), "“" + english(label) + "” " + why.en());
    }

    private Text label(String place) {
        if (place.startsWith("document:")) {
            String id = place.substring("document:".length());
            return before.document(id).map(DocumentRequirement::label).orElse(Text.of(id));
        }
        int dot = place.indexOf('.');
        if (dot < 0) {
            return before.field(place).map(Field::label).orElse(Text.of(place));
        }
        return before.field(place.substring(0, dot))
                .flatMap(table -> table.column(place.substring(dot + 1))
                        .map(column -> new Text(
                                table.label().zh() + "：" + column.label().zh(),
                                english(table.label()) + ": " + english(column.label()))))
                .orElse(Text.of(place));
    }

    private static String withoutRow(String path) {
        return path.replaceAll("\\[[^]]*]", "");
    }

    private static String english(Text words) {
        return words.en().isEmpty() ? words.zh() : words.en();
    }
}
