package gov.tianmu.engine.modules.pages;

import java.util.List;
import java.util.Optional;

/** The pages of the programs that run now. */
public interface ContributedPages {

    /** Those for an audience, ordered by program and then as the program lists them. Cheap: menus ask for every page. */
    List<ContributedPage> of(PageAudience audience);

    /** A running program's page for an audience; empty when there is none of the id, or it is for somebody else. */
    Optional<ContributedPage> find(String program, String page, PageAudience audience);

    /**
     * Whether a program has, or when its module last ran had, such a page for the audience: whoever asks for a page of a
     * module that is gone is told so, and whoever types an address that never was is told that.
     */
    boolean wasThere(String program, String page, PageAudience audience);
}
