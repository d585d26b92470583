package gov.tianmu.web.program;

import gov.tianmu.engine.modules.isolation.ModuleCallFailed;
import gov.tianmu.engine.modules.isolation.Wordless;
import jakarta.faces.FacesException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A module's page could not be drawn. Stands for what was thrown, without its words: an expression that fails tells the
 * value it failed on, and that may be somebody's answer.
 */
class ModulePageFailed extends FacesException {

    private static final long serialVersionUID = 1L;

    private static final Pattern PLACE = Pattern.compile("/*([A-Za-z0-9_/.-]+\\.xhtml(?: @\\d+,\\d+)?)");

    private final transient Duration leftAlone;

    private ModulePageFailed(String message, Duration leftAlone) {
        super(message);
        this.leftAlone = leftAlone;
    }

    /** What stands for this failure in the page of a program. */
    static ModulePageFailed of(String address, Throwable thrown) {
        Throwable deepest = thrown;
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof ModuleCallFailed call) {
                return new ModulePageFailed(
                        address + ": " + call.getMessage(), call.leftAlone().orElse(null));
            }
            deepest = each;
        }
        return new ModulePageFailed(address + place(thrown) + ": " + Wordless.trace(deepest), null);
    }

    /** Where in the Facelets it was, as Faces writes it at the beginning of its messages; empty when it does not say. */
    private static String place(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            Matcher place = PLACE.matcher(String.valueOf(each.getMessage()));
            if (place.lookingAt()) {
                return " (" + place.group(1) + ")";
            }
        }
        return "";
    }

    /** For how long the module is left alone yet, where that is why the page could not be drawn. */
    static Optional<Duration> leftAlone(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof ModulePageFailed failed) {
                return Optional.ofNullable(failed.leftAlone);
            }
        }
        return Optional.empty();
    }
}
