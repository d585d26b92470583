package gov.tianmu.web.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.FacesException;
import jakarta.faces.context.FacesContext;
import java.io.IOException;

/** What a page answers instead of itself. */
@RequestScoped
public class PublicPages {

    /** There is no such thing: the page with status 404. */
    public void missing() {
        answer(404);
    }

    /** It was there and is not any more: the page with status 410. */
    public void gone() {
        answer(410);
    }

    /** Elsewhere. */
    public void redirect(String address) {
        FacesContext context = FacesContext.getCurrentInstance();
        try {
            context.getExternalContext().redirect(address);
            context.responseComplete();
        } catch (IOException lost) {
            throw new FacesException(lost);
        }
    }

    private static void answer(int status) {
        FacesContext context = FacesContext.getCurrentInstance();
        try {
            context.getExternalContext().responseSendError(status, null);
            context.responseComplete();
        } catch (IOException lost) {
            throw new FacesException(lost);
        }
    }
}
