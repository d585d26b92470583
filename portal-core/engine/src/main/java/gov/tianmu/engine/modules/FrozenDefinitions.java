package gov.tianmu.engine.modules;

import gov.tianmu.engine.modules.compare.Migration;
import gov.tianmu.engine.modules.definition.DefinitionReader;
import gov.tianmu.engine.modules.pages.ContributedPage;
import gov.tianmu.spi.definition.NoticeDefinition;
import gov.tianmu.spi.definition.ProgramDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Everything that was ever frozen, by hash. What lies under a hash never changes, so what was read once is kept in
 * memory, the least used going first.
 */
@ApplicationScoped
class FrozenDefinitions {

    private static final int KEPT = 64;

    private final DefinitionArchive archive;
    private final DefinitionReader reader = new DefinitionReader();
    private final Map<String, ArchivedDefinition> contents = leastUsedGoes();
    private final Map<String, FrozenProgram> programs = leastUsedGoes();
    private final Map<String, Optional<Migration>> migrations = leastUsedGoes();
    private final Map<String, FrozenNotice> notices = leastUsedGoes();

    protected FrozenDefinitions() {
        this(null);
    }

    @Inject
    FrozenDefinitions(DefinitionArchive archive) {
        this.archive = archive;
    }

    public FrozenProgram program(String hash) {
        synchronized (programs) {
            FrozenProgram known = programs.get(hash);
            if (known != null) {
                return known;
            }
        }
        ProgramDefinition definition = content(hash, ModuleKind.PROGRAM).program(reader);
        FrozenProgram frozen = new FrozenProgram(hash, definition);
        synchronized (programs) {
            programs.put(hash, frozen);
        }
        return frozen;
    }

    public Optional<Migration> migration(String hash) {
        synchronized (migrations) {
            Optional<Migration> known = migrations.get(hash);
            if (known != null) {
                return known;
            }
        }
        ArchivedDefinition content = content(hash, ModuleKind.PROGRAM);
        Optional<Migration> migration = reader.migration(content, content.resource());
        synchronized (migrations) {
            migrations.put(hash, migration);
        }
        return migration;
    }

    /** The version of a program that was frozen last. */
    public Optional<FrozenProgram> latestProgram(String programId) {
        return archive.latest(ModuleKind.PROGRAM, programId).map(this::program);
    }

    public FrozenNotice notice(String hash) {
        synchronized (notices) {
            FrozenNotice known = notices.get(hash);
            if (known != null) {
                return known;
            }
        }
        NoticeDefinition definition = content(hash, ModuleKind.NOTICE).notice(reader);
        FrozenNotice frozen = new FrozenNotice(hash, definition);
        synchronized (notices) {
            notices.put(hash, frozen);
        }
        return frozen;
    }

    /** The pages that the module of a program brings, or brought. */
    public List<ContributedPage> pages(String hash) {
        return content(hash, ModuleKind.PROGRAM).pages(reader);
    }

    /** The version of a notice that was frozen last. */
    public Optional<FrozenNotice> latestNotice(String noticeId) {
        return archive.latest(ModuleKind.NOTICE, noticeId).map(this::notice);
    }

    public Optional<byte[]> part(String hash, ModuleKind kind, String name) {
        return content(hash, kind).part(name);
    }

    private ArchivedDefinition content(String hash, ModuleKind kind) {
        ArchivedDefinition content;
        synchronized (contents) {
            content = contents.get(hash);
        }
        if (content == null) {
            content = archive.find(hash)
                    .orElseThrow(() -> new NoSuchElementException("nothing was frozen under " + hash));
            synchronized (contents) {
                contents.put(hash, content);
            }
        }
        if (content.kind() != kind) {
            throw new NoSuchElementException("no " + kind.code() + " was frozen under " + hash);
        }
        return content;
    }

    private static <V> Map<String, V> leastUsedGoes() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > KEPT;
            }
        };
    }
}
