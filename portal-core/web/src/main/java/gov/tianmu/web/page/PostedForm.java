package gov.tianmu.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a person sent with a form of ours: plain fields by name, and the button pressed ({@code do}). The form itself is a
 * Faces form, whose view state stands for the session and keeps foreign pages out; its fields are plain HTML, so that
 * what was typed is at hand to be shown again when the use case refuses.
 */
@Named("posted")
@RequestScoped
public class PostedForm {

    @Inject
    private HttpServletRequest request;

    /**
     * Whether the page is being drawn. What stands inside a fragment with this condition is not looked at while a form
     * is received: its data is read after the form was dealt with, and once.
     */
    public boolean isDrawing() {
        return FacesContext.getCurrentInstance().getCurrentPhaseId() == PhaseId.RENDER_RESPONSE;
    }

    /** The verb of the button pressed: {@code unpin} of {@code unpin:4711}; empty when none was. */
    public String getVerb() {
        return action()[0];
    }

    /** What the button stands at: {@code 4711} of {@code unpin:4711}; may be empty. */
    public String getArgument() {
        return action()[1];
    }

    private String[] action() {
        String pressed = text("do");
        int colon = pressed.indexOf(':');
        return colon < 0
                ? new String[] {pressed, ""}
                : new String[] {pressed.substring(0, colon), pressed.substring(colon + 1)};
    }

    /** A field as it was typed; empty when it was not sent. */
    public String text(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    /** A field as it was typed, or what stands there anyway when it was not sent. */
    public String text(String name, String otherwise) {
        String value = request.getParameter(name);
        return value == null ? otherwise : value;
    }

    /** A date in ISO form; empty when none was sent that can be read. */
    public Optional<LocalDate> date(String name) {
        try {
            return Optional.of(LocalDate.parse(text(name)));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** The version of what the person saw; empty when the form named none. */
    public OptionalLong version(String name) {
        String value = text(name);
        return value.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(value)) : OptionalLong.empty();
    }

    /** The names of the fields sent that begin so. */
    public List<String> names(String prefix) {
        return request.getParameterMap().keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .sorted()
                .toList();
    }
}
