package gov.tianmu.engine.casefile;

import gov.tianmu.engine.modules.compare.DefinitionChange;
import gov.tianmu.engine.modules.compare.DefinitionChange.Kind;
import gov.tianmu.engine.modules.compare.DefinitionComparison;
import gov.tianmu.spi.definition.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says in one sentence what a form has otherwise than another: 新增：企业规模；不再需要：传真号码；有改动：单位性质. */
final class FormChangeWords {

    /** A message holds so much of it. */
    private static final int NAMED = 12;

    private FormChangeWords() {}

    static Text of(DefinitionComparison changes) {
        List<Text> said = new ArrayList<>();
        say(said, changes, Kind.ADDED, "新增", "New");
        say(said, changes, Kind.REMOVED, "不再需要", "No longer asked");
        say(said, changes, Kind.CHANGED, "有改动", "Changed");
        if (said.isEmpty()) {
            return new Text("需要填写的内容没有变化", "What is to be filled in has not changed");
        }
        return new Text(
                said.stream().map(Text::zh).collect(Collectors.joining("；")),
                said.stream().map(Text::en).collect(Collectors.joining("; ")));
    }

    private static void say(List<Text> said, DefinitionComparison changes, Kind kind, String zh, String en) {
        List<Text> labels = changes.ofTheForm().changes().stream()
                .filter(c -> c.kind() == kind)
                .map(DefinitionChange::label)
                .distinct()
                .toList();
        if (labels.isEmpty()) {
            return;
        }
        boolean more = labels.size() > NAMED;
        List<Text> named = more ? labels.subList(0, NAMED) : labels;
        said.add(new Text(
                zh + "：" + named.stream().map(Text::zh).collect(Collectors.joining("、"))
                        + (more ? "等" + labels.size() + "项" : ""),
                en + ": " + named.stream().map(l -> l.in(Locale.ENGLISH)).collect(Collectors.joining(", "))
                        + (more ? " and others, " + labels.size() + " in all" : "")));
    }
}
