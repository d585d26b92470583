package gov.tianmu.web.applicant;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/** The few things the pages' actions ask of Faces. */
final class Faces {

    private Faces() {}

    /** Goes on to another page after a post. */
    static void goTo(String address) throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().redirect(address);
        faces.responseComplete();
    }

    /** Answers 404. */
    static void notFound() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, "");
        faces.responseComplete();
    }

    /**
     * Whether one of the page's own forms was sent: Faces has found the view the form belongs to under a random key of
     * this session, which another site's page cannot know.
     */
    static boolean isPost() {
        return FacesContext.getCurrentInstance().isPostback();
    }

    static Optional<String> sent(String name) {
        ExternalContext request = FacesContext.getCurrentInstance().getExternalContext();
        return Optional.ofNullable(request.getRequestParameterMap().get(name));
    }

    /** The version of the case that the page was made from, if the form says so. */
    static OptionalLong sentVersion(String name) {
        return sent(name)
                .filter(version -> version.matches("\\d{1,18}"))
                .map(version -> OptionalLong.of(Long.parseLong(version)))
                .orElse(OptionalLong.empty());
    }
}
