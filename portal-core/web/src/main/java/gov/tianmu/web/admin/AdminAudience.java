package gov.tianmu.web.admin;

import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.usecase.AccessRefusedException;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.web.signin.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * For whom the administrators' pages are. The three administrators are separate (GB/T 22239): the system's runs the
 * portal, the security and the audit administrator see it and check the trail.
 */
@Named("adminAudience")
@RequestScoped
public class AdminAudience {

    @Inject
    private CurrentActor current;

    /** @throws AccessRefusedException for everybody else; shown as 403 */
    public void need() {
        if (!current.get().hasAnyOf(Role.ADMIN, Role.SECADMIN, Role.AUDITOR)) {
            throw new AccessRefusedException(Refusal.forbidden());
        }
    }

    /** Whether this person runs the system. */
    public boolean isSystem() {
        return current.get().is(Role.ADMIN);
    }
}
