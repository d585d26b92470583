package gov.tianmu.engine.modules.compare;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/**
 * What a program declares about cases that stand on definitions before it: how their answers and documents fit the new
 * form, or that they stay where they are. Read from the {@code migration} elements of {@code program.xml} and frozen
 * with it. Nothing happens by it alone: a draft moves when its applicant says so, and no other case ever moves.
 *
 * @param ways one for each range of versions; ranges do not overlap
 */
public record Migration(List<Way> ways) {

    /**
     * How answers given to definitions of some versions fit this one. A question is named by its id, a table's column
     * as {@code team.degree}.
     *
     * @param from the versions it holds for
     * @param renamed from the old question or column to the new one
     * @param dropped questions and columns whose answers are given up
     * @param values for a question of the old form: which choice becomes which
     * @param renamedDocuments from the old requirement to the new one
     * @param droppedDocuments requirements whose documents are put aside; they stay in the case's history
     * @param stays cases that do not fit nevertheless stay on their definition, and this version's rules cope with them
     */
    public record Way(
            VersionRange from,
            Map<String, String> renamed,
            Set<String> dropped,
            Map<String, Map<String, String>> values,
            Map<String, String> renamedDocuments,
            Set<String> droppedDocuments,
            boolean stays) {

        /** Nothing is declared: what has the same id is the same. */
        public static final Way NONE = new Way(
                new VersionRange("0"), Map.of(), Set.of(), Map.of(), Map.of(), Set.of(), false);

        public Way {
            Objects.requireNonNull(from, "from");
            renamed = Map.copyOf(renamed);
            dropped = Set.copyOf(dropped);
            values = Map.copyOf(values);
            renamedDocuments = Map.copyOf(renamedDocuments);
            droppedDocuments = Set.copyOf(droppedDocuments);
        }

        /** Where the answers to a question of the old form go; empty when they are given up. */
        public Optional<String> field(String id) {
            return dropped.contains(id) ? Optional.empty() : Optional.of(renamed.getOrDefault(id, id));
        }

        /**
         * Where the answers in a column of the old form go, as the column's id in the new table; empty when they are
         * given up.
         */
        public Optional<String> column(String table, String column) {
            String path = table + "." + column;
            if (dropped.contains(path)) {
                return Optional.empty();
            }
            String to = renamed.get(path);
            return Optional.of(to == null ? column : to.substring(to.indexOf('.') + 1));
        }

        /** What a choice becomes. */
        public String value(String field, String value) {
            return values.getOrDefault(field, Map.of()).getOrDefault(value, value);
        }

        /** To which requirement documents go; empty when they are put aside. */
        public Optional<String> document(String requirement) {
            return droppedDocuments.contains(requirement)
                    ? Optional.empty()
                    : Optional.of(renamedDocuments.getOrDefault(requirement, requirement));
        }
    }

    public Migration {
        ways = List.copyOf(ways);
    }

    /** What is declared for cases that stand on a version; {@link Way#NONE} when nothing is. */
    public Way from(String version) {
        Version old;
        try {
            old = Version.parseVersion(version);
        } catch (IllegalArgumentException noVersion) {
            return Way.NONE;
        }
        return ways.stream().filter(way -> way.from().includes(old)).findFirst().orElse(Way.NONE);
    }

    /** The way of a migration that may not be there. */
    public static Way from(Optional<Migration> migration, String version) {
        return migration.map(m -> m.from(version)).orElse(Way.NONE);
    }
}
