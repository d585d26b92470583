package gov.tianmu.engine.modules;

import jakarta.enterprise.inject.Vetoed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The archive of a runtime that keeps nothing beyond its life. */
@Vetoed
class MemoryArchive implements DefinitionArchive {

    final Map<String, ArchivedDefinition> kept = new LinkedHashMap<>();

    @Override
    public synchronized void keep(ArchivedDefinition definition) {
        kept.putIfAbsent(definition.hash(), definition);
    }

    @Override
    public synchronized Optional<ArchivedDefinition> find(String hash) {
        return Optional.ofNullable(kept.get(hash));
    }

    @Override
    public synchronized Optional<String> latest(ModuleKind kind, String id) {
        return kept.values().stream()
                .filter(definition -> definition.kind() == kind && definition.id().equals(id))
                .map(ArchivedDefinition::hash)
                .reduce((earlier, later) -> later);
    }
}
