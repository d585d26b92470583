package gov.tianmu.web.program;

import gov.tianmu.engine.modules.pages.ContributedPage;
import gov.tianmu.engine.modules.pages.PageAudience;
import java.util.Optional;
import java.util.stream.Stream;

/** The portal's page around a program's page: one for each audience, with its template and navigation. */
enum Frame {
    PUBLIC(PageAudience.PUBLIC, "/programs"),
    APPLICANT(PageAudience.APPLICANT, "/my/programs"),
    OFFICER(PageAudience.OFFICER, "/desk/programs"),
    EXPERT(PageAudience.EXPERT, "/panel/programs"),
    ADMIN(PageAudience.ADMIN, "/admin/programs");

    /** Not names that a module's page would use for parameters of its own, as a pager uses {@code page}. */
    static final String PROGRAM = "program.id";

    static final String PAGE = "program.page";

    /** What follows the top of an address. */
    static final String PARTS = "/{" + PROGRAM + "}/{" + PAGE + "}";

    private final PageAudience audience;
    private final String top;

    Frame(PageAudience audience, String top) {
        this.audience = audience;
        this.top = top;
    }

    /** The frame that is this file. */
    static Optional<Frame> ofFile(String path) {
        return Stream.of(values()).filter(frame -> frame.file().equals(path)).findFirst();
    }

    /** The page's address. */
    static String addressOf(ContributedPage page) {
        return Stream.of(values())
                .filter(frame -> frame.audience == page.audience())
                .map(frame -> frame.top + "/" + page.program() + "/" + page.id())
                .findFirst()
                .orElseThrow();
    }

    String file() {
        return "/pages/program/" + audience.code() + ".xhtml";
    }
}
