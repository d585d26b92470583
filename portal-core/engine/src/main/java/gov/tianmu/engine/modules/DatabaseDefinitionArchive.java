package gov.tianmu.engine.modules;

import gov.tianmu.engine.time.PortalClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The archive in the portal's database. */
@ApplicationScoped
class DatabaseDefinitionArchive implements DefinitionArchive {

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    @Inject
    private PortalClock clock;

    @Override
    @Transactional
    public void keep(ArchivedDefinition definition) {
        if (em.find(ArchivedDefinitionRow.class, definition.hash()) != null) {
            return;
        }
        em.persist(new ArchivedDefinitionRow(definition, clock.now()));
        // The parts refer to the definition; the provider does not know, so it is written first.
        em.flush();
        definition.parts().forEach((name, content) ->
                em.persist(new ArchivedPartRow(definition.hash(), name, content)));
    }

    @Override
    @Transactional
    public Optional<String> latest(ModuleKind kind, String id) {
        return em.createQuery(
                        "select d.hash from ArchivedDefinitionRow d where d.kind = :kind and d.definedId = :id"
                                + " order by d.frozenAt desc",
                        String.class)
                .setParameter("kind", kind.name())
                .setParameter("id", id)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    @Override
    @Transactional
    public Optional<ArchivedDefinition> find(String hash) {
        ArchivedDefinitionRow row = em.find(ArchivedDefinitionRow.class, hash);
        if (row == null) {
            return Optional.empty();
        }
        SortedMap<String, byte[]> parts = new TreeMap<>();
        em.createQuery("select p from ArchivedPartRow p where p.hash = :hash", ArchivedPartRow.class)
                .setParameter("hash", hash)
                .getResultList()
                .forEach(part -> parts.put(part.name(), part.content()));
        return Optional.of(new ArchivedDefinition(
                row.hash(), row.kind(), row.definedId(), row.moduleVersion(), row.resource(), parts));
    }
}
