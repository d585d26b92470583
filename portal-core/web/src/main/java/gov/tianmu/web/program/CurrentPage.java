package gov.tianmu.web.program;

import gov.tianmu.engine.programpage.OpenedPage;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Where a request keeps the program's page it is in: among its own attributes, never in a session. */
final class CurrentPage {

    private static final String PAGE = CurrentPage.class.getName();

    private CurrentPage() {}

    static void set(HttpServletRequest request, OpenedPage page) {
        request.setAttribute(PAGE, new ShownPage(page));
    }

    static void clear(HttpServletRequest request) {
        request.removeAttribute(PAGE);
    }

    /** The page of the request that Faces deals with; empty in the portal's own pages. */
    static Optional<ShownPage> find() {
        FacesContext context = FacesContext.getCurrentInstance();
        return context == null
                ? Optional.empty()
                : Optional.ofNullable((ShownPage)
                        context.getExternalContext().getRequestMap().get(PAGE));
    }
}
