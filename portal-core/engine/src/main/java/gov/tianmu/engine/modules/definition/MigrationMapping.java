package gov.tianmu.engine.modules.definition;

import gov.tianmu.engine.modules.compare.Migration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.VersionRange;

/** Turns the checked {@code migration} elements of a program into what the engine asks. */
final class MigrationMapping {

    private MigrationMapping() {}

    static Optional<Migration> of(XmlElement program) {
        List<Migration.Way> ways =
                program.children("migration").stream().map(MigrationMapping::way).toList();
        return ways.isEmpty() ? Optional.empty() : Optional.of(new Migration(ways));
    }

    private static Migration.Way way(XmlElement migration) {
        Map<String, Map<String, String>> values = new HashMap<>();
        migration.children("map").forEach(map -> values.computeIfAbsent(map.get("field"), field -> new HashMap<>())
                .put(map.get("value"), map.get("to")));
        return new Migration.Way(
                new VersionRange(migration.get("from")),
                renames(migration, "rename", "field"),
                drops(migration, "drop", "field"),
                values,
                renames(migration, "rename-document", "requirement"),
                drops(migration, "drop-document", "requirement"),
                migration.child("stay").isPresent());
    }

    private static Map<String, String> renames(XmlElement migration, String element, String from) {
        return migration.children(element).stream()
                .collect(Collectors.toMap(rename -> rename.get(from), rename -> rename.get("to")));
    }

    private static Set<String> drops(XmlElement migration, String element, String what) {
        return migration.children(element).stream().map(drop -> drop.get(what)).collect(Collectors.toSet());
    }
}
