package gov.tianmu.engine.modules.definition;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Finds questions whose visibility waits for each other in a circle: nobody could ever be asked them. A question waits
 * for the one its {@code visible-when} looks at; a composed one also for those it is composed from.
 */
final class ConditionCycles {

    private final Map<String, XmlElement> elements = new LinkedHashMap<>();
    private final Map<String, Set<String>> waitsFor = new HashMap<>();
    private final Findings findings;
    private final Set<String> done = new HashSet<>();

    ConditionCycles(Map<String, XmlElement> fields, Findings findings) {
        this.findings = findings;
        fields.values().stream()
                .sorted((a, b) -> Integer.compare(a.line(), b.line()))
                .forEach(field -> {
                    add(field.get("id"), field, Map.of());
                    Map<String, String> row = new HashMap<>();
                    field.child("columns").ifPresent(columns -> {
                        columns.children().forEach(column ->
                                row.put(column.get("id"), field.get("id") + "." + column.get("id")));
                        columns.children().forEach(column -> add(row.get(column.get("id")), column, row));
                    });
                });
    }

    private void add(String name, XmlElement field, Map<String, String> row) {
        elements.put(name, field);
        Set<String> targets = new HashSet<>();
        field.child("visible-when")
                .map(condition -> condition.get("field"))
                .map(id -> row.getOrDefault(id, id))
                .filter(target -> !target.equals(name))
                .ifPresent(targets::add);
        field.child("composed")
                .ifPresent(composed ->
                        composed.children("answer").forEach(answer -> targets.add(answer.get("field"))));
        waitsFor.put(name, targets);
    }

    void check() {
        elements.keySet().forEach(name -> visit(name, new ArrayDeque<>()));
    }

    private void visit(String name, Deque<String> path) {
        if (path.contains(name)) {
            StringBuilder circle = new StringBuilder(name);
            for (String step : path) {
                circle.insert(0, step + " → ");
                if (step.equals(name)) {
                    break;
                }
            }
            findings.add(elements.get(name), "条件互相等待：" + circle, "conditions wait for each other: " + circle);
            return;
        }
        if (done.contains(name) || !elements.containsKey(name)) {
            return;
        }
        path.push(name);
        waitsFor.get(name).forEach(target -> visit(target, path));
        path.pop();
        done.add(name);
    }
}
