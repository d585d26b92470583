package gov.tianmu.engine.modules;

import gov.tianmu.engine.usecase.PageOf;
import gov.tianmu.engine.usecase.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** The modules' history in the portal's database. */
@ApplicationScoped
class DatabaseModuleHistory implements ModuleHistory {

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    @Override
    @Transactional
    public void record(ModuleEventRow event) {
        em.persist(new ModuleEvent(event));
    }

    @Override
    @Transactional
    public Optional<ModuleEventRow> last(String module) {
        return em.createQuery(
                        "select e from ModuleEvent e where e.module = :module order by e.id desc", ModuleEvent.class)
                .setParameter("module", module)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(ModuleEvent::row);
    }

    @Override
    @Transactional
    public PageOf<ModuleEventRow> latest(PageRequest page) {
        long total = em.createQuery("select count(e) from ModuleEvent e", Long.class).getSingleResult();
        List<ModuleEvent> events = em.createQuery("select e from ModuleEvent e order by e.id desc", ModuleEvent.class)
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultList();
        return new PageOf<>(total, events).map(ModuleEvent::row);
    }

    @Override
    @Transactional
    public PageOf<ModuleEventRow> of(String module, PageRequest page) {
        long total = em.createQuery("select count(e) from ModuleEvent e where e.module = :module", Long.class)
                .setParameter("module", module)
                .getSingleResult();
        List<ModuleEvent> events = em.createQuery(
                        "select e from ModuleEvent e where e.module = :module order by e.id desc", ModuleEvent.class)
                .setParameter("module", module)
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultList();
        return new PageOf<>(total, events).map(ModuleEvent::row);
    }
}
