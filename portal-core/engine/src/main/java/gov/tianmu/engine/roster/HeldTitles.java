package gov.tianmu.engine.roster;

import gov.tianmu.engine.identity.Organisation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/**
 * The titles an organisation holds or held. A title of the portal's own decision names its holder's code; one from an
 * earlier year's list names the unit only, and is matched by that.
 */
@ApplicationScoped
public class HeldTitles {

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    /** Those in a program's roster, the latest first: one query. */
    public List<RosterEntry> of(String programId, Organisation holder, int most) {
        return em.createQuery(
                        "select r from RosterEntry r where r.programId = :program"
                                + " and (r.uscc = :uscc or (r.uscc is null and r.unit = :unit))"
                                + " order by r.awardedYear desc, r.ordinal, r.id",
                        RosterEntry.class)
                .setParameter("program", programId)
                .setParameter("uscc", holder.uscc())
                .setParameter("unit", holder.name())
                .setMaxResults(most)
                .getResultList();
    }
}
