package gov.tianmu.web.page;

import gov.tianmu.engine.usecase.AccessRefusedException;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.FacesException;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.util.List;

/** Leads from one page to the next after a form was dealt with, or to the fault page when there is nothing to show. */
@RequestScoped
public class PageTurn {

    /** Goes on to another address of the portal, so that a reload repeats nothing. */
    public void to(String address) {
        FacesContext context = FacesContext.getCurrentInstance();
        try {
            context.getExternalContext().redirect(address);
            context.responseComplete();
        } catch (IOException lost) {
            throw new FacesException(lost);
        }
    }

    /**
     * The value of an outcome that a page cannot do without.
     *
     * @throws AccessRefusedException shown as 404 or 403
     */
    public <T> T need(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Refused<T> refused) {
            throw new AccessRefusedException(refused.refusal());
        }
        return ((Outcome.Done<T>) outcome).value();
    }

    /** As many of the outcome as there are; none where it is not for this reader. */
    public <T> List<T> orNone(Outcome<List<T>> outcome) {
        return outcome.result().orElse(List.of());
    }

    /** Nothing is here: the page with status 404. */
    public void missing() {
        throw new AccessRefusedException(Refusal.notFound());
    }
}
