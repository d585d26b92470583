package gov.tianmu.engine.database;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * Names the migrations one by one. Flyway would look for them in the class path, but it cannot list what lies in a
 * Liberty application's jars and would quietly find none.
 */
final class MigrationFiles implements ResourceProvider {

    static final String FOLDER = "db/migration/";

    /** In the order they came. A test holds this list against the folder. */
    static final List<String> NAMES =
            List.of(
                    "V1__portal.sql",
                    "V2__modules.sql",
                    "V3__module_proposals.sql",
                    "V4__notice_drafts.sql",
                    "V5__roster_by_holder.sql",
                    "V6__notice_draft_reason_in_english.sql");

    @Override
    public LoadableResource getResource(String name) {
        return NAMES.contains(name) ? new MigrationFile(name) : null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return NAMES.stream()
                .filter(n -> n.startsWith(prefix) && Arrays.stream(suffixes).anyMatch(n::endsWith))
                .<LoadableResource>map(MigrationFile::new)
                .toList();
    }

    /** One migration in the engine's own jar. */
    private static final class MigrationFile extends LoadableResource {

        private final String name;

        MigrationFile(String name) {
            this.name = name;
        }

        @Override
        public Reader read() {
            InputStream stream = MigrationFiles.class.getClassLoader().getResourceAsStream(FOLDER + name);
            return new InputStreamReader(
                    Objects.requireNonNull(stream, () -> "no migration " + name), StandardCharsets.UTF_8);
        }

        @Override
        public String getAbsolutePath() {
            return FOLDER + name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return FOLDER + name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
