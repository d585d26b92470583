package gov.tianmu.engine.modules.pages;

import gov.tianmu.spi.definition.Text;
import java.util.Objects;

/**
 * A page that a program's module brings. It belongs to what runs, not to the frozen definition: it comes with its module
 * and goes with it.
 *
 * @param program the program's id
 * @param id the last part of its address
 * @param view the Facelets file in the module, below {@code pages/}
 * @param audience for whom it is
 * @param title what the menu calls it
 */
public record ContributedPage(String program, String id, String view, PageAudience audience, Text title) {

    public ContributedPage {
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(view, "view");
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(title, "title");
    }
}
