package gov.tianmu.engine.modules;

import java.util.Optional;

/** Keeps every definition that ever started, for good. */
interface DefinitionArchive {

    /** Keeps it; does nothing when it is kept already. */
    void keep(ArchivedDefinition definition);

    /** What was kept under the hash. */
    Optional<ArchivedDefinition> find(String hash);

    /** The hash of what was kept last of a program or notice. */
    Optional<String> latest(ModuleKind kind, String id);
}
