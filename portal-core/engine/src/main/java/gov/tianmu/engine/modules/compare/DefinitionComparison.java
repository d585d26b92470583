package gov.tianmu.engine.modules.compare;

import gov.tianmu.engine.modules.compare.DefinitionChange.Kind;
import gov.tianmu.engine.modules.compare.DefinitionChange.Part;
import gov.tianmu.engine.modules.compare.Migration.Way;
import gov.tianmu.engine.modules.definition.ModuleContent;
import gov.tianmu.spi.definition.NoticeDefinition;
import gov.tianmu.spi.definition.ProgramDefinition;
import gov.tianmu.spi.definition.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a definition has otherwise than the one before it, part by part, in words for the operator who decides and the
 * applicant who is told. Versions are not compared: they are why somebody asks. Pure and immutable.
 *
 * @param changes by part, in the order of the later definition; what went stands behind what came and changed
 */
public record DefinitionComparison(List<DefinitionChange> changes) {

    private static final List<String> FROZEN_FOLDERS = List.of("print/", "text/");

    public DefinitionComparison {
        changes = List.copyOf(changes);
    }

    public static DefinitionComparison of(ProgramDefinition before, ProgramDefinition after) {
        return of(before, after, Way.NONE);
    }

    /** The same where what is declared to have another name is no other part. */
    public static DefinitionComparison of(ProgramDefinition before, ProgramDefinition after, Way way) {
        return between(ToldProgram.of(before, way), ToldProgram.of(after, Way.NONE));
    }

    public static DefinitionComparison of(NoticeDefinition before, NoticeDefinition after) {
        return between(ToldNotice.of(before), ToldNotice.of(after));
    }

    /** The same with the texts and print layouts that came, went or read otherwise. */
    public DefinitionComparison withFiles(ModuleContent before, ModuleContent after) {
        Set<String> names = new TreeSet<>(before.names());
        names.addAll(after.names());
        List<DefinitionChange> all = new ArrayList<>(changes);
        for (String name : names) {
            byte[] old = before.part(name).orElse(null);
            byte[] now = after.part(name).orElse(null);
            if (FROZEN_FOLDERS.stream().anyMatch(name::startsWith) && !Arrays.equals(old, now)) {
                Kind kind = old == null ? Kind.ADDED : now == null ? Kind.REMOVED : Kind.CHANGED;
                all.add(new DefinitionChange(kind, Part.TEXT, name, Text.of(name), Text.EMPTY, Text.EMPTY));
            }
        }
        return new DefinitionComparison(all);
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** The changes of one kind in one part; of a part that changed in several ways there are several. */
    public List<DefinitionChange> of(Kind kind, Part part) {
        return changes.stream().filter(c -> c.kind() == kind && c.part() == part).toList();
    }

    /** How many parts of the sort came, went or changed: each counts once. */
    public long count(Kind kind, Part part) {
        return of(kind, part).stream().map(DefinitionChange::id).distinct().count();
    }

    /** What whoever fills in the form meets. */
    public DefinitionComparison ofTheForm() {
        return new DefinitionComparison(
                changes.stream().filter(DefinitionChange::isOfTheForm).toList());
    }

    private static DefinitionComparison between(List<Told> before, List<Told> after) {
        Map<String, Told> old = byKey(before);
        Map<String, Told> now = byKey(after);
        List<DefinitionChange> changes = new ArrayList<>();
        for (Part part : Part.values()) {
            List<Told> there = after.stream().filter(t -> t.part() == part).toList();
            List<Told> then = before.stream().filter(t -> t.part() == part).toList();
            for (Told told : there) {
                Told was = old.get(told.key());
                if (was != null) {
                    changes.addAll(changed(was, told));
                } else if (isOnItsOwn(told, now, old)) {
                    changes.add(new DefinitionChange(
                            Kind.ADDED, part, told.id(), told.label(), Text.EMPTY, told.label()));
                }
            }
            for (Told told : then) {
                if (!now.containsKey(told.key()) && isOnItsOwn(told, old, now)) {
                    changes.add(new DefinitionChange(
                            Kind.REMOVED, part, told.id(), told.label(), told.label(), Text.EMPTY));
                }
            }
            changes.addAll(reordered(part, then, there));
        }
        return new DefinitionComparison(changes);
    }

    private static Map<String, Told> byKey(List<Told> all) {
        Map<String, Told> byKey = new LinkedHashMap<>();
        all.forEach(told -> byKey.putIfAbsent(told.key(), told));
        return byKey;
    }

    /** Not a column of a table that came or went itself. */
    private static boolean isOnItsOwn(Told told, Map<String, Told> here, Map<String, Told> there) {
        String whole = told.part() + " " + told.group();
        return !here.containsKey(whole) || there.containsKey(whole);
    }

    private static List<DefinitionChange> changed(Told was, Told told) {
        Set<String> keys = new LinkedHashSet<>(told.facts().keySet());
        keys.addAll(was.facts().keySet());
        return keys.stream()
                .filter(key -> fact(was, key).differsFrom(fact(told, key)))
                .map(key -> new DefinitionChange(
                        Kind.CHANGED,
                        told.part(),
                        told.id(),
                        told.label(),
                        fact(was, key).words(),
                        fact(told, key).words()))
                .toList();
    }

    private static Told.Fact fact(Told told, String key) {
        return told.facts().getOrDefault(key, Told.Fact.NONE);
    }

    /** Parts of one group that are still all there and stand in another order. */
    private static List<DefinitionChange> reordered(Part part, List<Told> before, List<Told> after) {
        Map<String, List<Told>> then = grouped(before, after);
        Map<String, List<Told>> now = grouped(after, before);
        List<DefinitionChange> changes = new ArrayList<>();
        now.forEach((group, parts) -> {
            List<Told> old = then.getOrDefault(group, List.of());
            if (!ids(old).equals(ids(parts))) {
                changes.add(new DefinitionChange(
                        Kind.CHANGED,
                        part,
                        group,
                        new Text("先后顺序", "Order"),
                        labels(old),
                        labels(parts)));
            }
        });
        return changes;
    }

    private static Map<String, List<Told>> grouped(List<Told> parts, List<Told> others) {
        Set<String> there = others.stream().map(t -> t.group() + " " + t.id()).collect(Collectors.toSet());
        return parts.stream()
                .filter(t -> there.contains(t.group() + " " + t.id()))
                .collect(Collectors.groupingBy(Told::group, LinkedHashMap::new, Collectors.toList()));
    }

    private static List<String> ids(List<Told> parts) {
        return parts.stream().map(Told::id).toList();
    }

    private static Text labels(List<Told> parts) {
        return Told.joined(parts.stream().map(Told::label).toList());
    }
}
