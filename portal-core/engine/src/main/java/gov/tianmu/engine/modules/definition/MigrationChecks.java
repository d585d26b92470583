package gov.tianmu.engine.modules.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.VersionRange;

/**
 * What a schema cannot say about a program's {@code migration}: that targets are there, that no two answers go to one
 * place and none to two, that it is clear which element holds for a version. Whether the old names are right cannot be
 * told here, since the definitions they belong to are not at hand; an old answer with no place to go shows when open
 * cases are held against the form.
 */
final class MigrationChecks {

    private static final Set<String> CHOICES = Set.of("choice", "multichoice");

    private final XmlElement program;
    private final Map<String, XmlElement> fields;
    private final Findings findings;

    /** @param fields the questions of the program by id */
    MigrationChecks(XmlElement program, Map<String, XmlElement> fields, Findings findings) {
        this.program = program;
        this.fields = fields;
        this.findings = findings;
    }

    void check() {
        List<VersionRange> known = new ArrayList<>();
        for (XmlElement migration : program.children("migration")) {
            checkRange(migration, known);
            checkPlaces(migration, "rename", "drop", "field");
            checkPlaces(migration, "rename-document", "drop-document", "requirement");
            Map<String, String> renamed = new HashMap<>();
            migration.children("rename").forEach(rename -> renamed.put(rename.get("field"), rename.get("to")));
            migration.children("rename").forEach(rename -> checkRename(rename, renamed));
            checkMaps(migration, renamed);
            migration.children("rename-document").forEach(this::checkDocument);
        }
    }

    private void checkRange(XmlElement migration, List<VersionRange> known) {
        String words = migration.get("from");
        try {
            VersionRange range = new VersionRange(words);
            if (range.isEmpty()) {
                findings.add(migration, "版本范围里没有版本：" + words, "no version is in the range " + words);
            } else if (known.stream().anyMatch(other -> !other.intersection(range).isEmpty())) {
                findings.add(migration, "版本范围与前面的重叠：" + words, "the range " + words + " overlaps one before it");
            }
            known.add(range);
        } catch (IllegalArgumentException noRange) {
            findings.add(migration, "不是版本范围：" + words, "not a range of versions: " + words);
        }
    }

    /** Nothing goes to two places, or to a place and away; no two things go to one place. */
    private void checkPlaces(XmlElement migration, String rename, String drop, String what) {
        Set<String> sources = new HashSet<>();
        Set<String> targets = new HashSet<>();
        for (XmlElement element : migration.children()) {
            if (!element.name().equals(rename) && !element.name().equals(drop)) {
                continue;
            }
            String source = element.get(what);
            if (!sources.add(source)) {
                findings.add(element, source + " 已有去处", source + " has a place already");
            }
            element.find("to").filter(to -> !targets.add(to)).ifPresent(to -> findings.add(
                    element, "已有另一项改到 " + to, "another one goes to " + to + " already"));
        }
    }

    private void checkRename(XmlElement rename, Map<String, String> renamed) {
        String from = rename.get("field");
        String to = rename.get("to");
        if (find(to).isEmpty()) {
            findings.add(rename, "没有这一项：" + to, "there is no field " + to);
            return;
        }
        Optional<String> table = tableOf(from);
        if (!table.map(t -> renamed.getOrDefault(t, t)).equals(tableOf(to))) {
            findings.add(rename, "表格的列只能改到同一张表的列：" + to, "a column stays in its table, and " + to + " is not in it");
        }
    }

    private void checkMaps(XmlElement migration, Map<String, String> renamed) {
        Set<String> known = new HashSet<>();
        for (XmlElement map : migration.children("map")) {
            String from = map.get("field");
            if (!known.add(from + "=" + map.get("value"))) {
                findings.add(map, "选项 " + map.get("value") + " 已有去处", "option " + map.get("value") + " has a place already");
            }
            String to = target(from, renamed);
            XmlElement field = find(to).orElse(null);
            if (field == null) {
                findings.add(map, "没有这一项：" + to, "there is no field " + to);
            } else if (!CHOICES.contains(field.name())) {
                findings.add(map, to + " 不是选择题", "field " + to + " offers no choice");
            } else if (field.children("option").stream().noneMatch(o -> o.get("value").equals(map.get("to")))) {
                findings.add(map, to + " 没有选项 " + map.get("to"), "field " + to + " has no option " + map.get("to"));
            }
        }
    }

    private void checkDocument(XmlElement rename) {
        String to = rename.get("to");
        boolean there = program.child("documents").stream()
                .flatMap(documents -> documents.children().stream())
                .anyMatch(document -> document.get("id").equals(to));
        if (!there) {
            findings.add(rename, "没有这一项材料：" + to, "there is no document " + to);
        }
    }

    /** Where an old question or column goes, also when only its table got another name. */
    private static String target(String from, Map<String, String> renamed) {
        if (renamed.containsKey(from) || tableOf(from).isEmpty()) {
            return renamed.getOrDefault(from, from);
        }
        String table = tableOf(from).get();
        return renamed.getOrDefault(table, table) + from.substring(table.length());
    }

    private Optional<XmlElement> find(String path) {
        Optional<String> table = tableOf(path);
        if (table.isEmpty()) {
            return Optional.ofNullable(fields.get(path));
        }
        return Optional.ofNullable(fields.get(table.get()))
                .flatMap(t -> t.child("columns"))
                .flatMap(columns -> columns.children().stream()
                        .filter(column -> column.get("id").equals(path.substring(table.get().length() + 1)))
                        .findFirst());
    }

    private static Optional<String> tableOf(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(path.substring(0, dot));
    }
}
