package gov.tianmu.engine.modules;

import gov.tianmu.engine.modules.pages.ContributedPage;
import gov.tianmu.engine.modules.pages.ContributedPages;
import gov.tianmu.engine.modules.pages.PageAudience;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads the pages of running programs out of the {@code program.xml} that was frozen when their module started: the same
 * text, so the same pages. Read once for each content.
 */
@ApplicationScoped
class RunningPages implements ContributedPages {

    private final Programs programs;
    private final FrozenDefinitions frozen;
    private final Map<String, List<ContributedPage>> byHash = new ConcurrentHashMap<>();

    protected RunningPages() {
        this(null, null);
    }

    @Inject
    RunningPages(Programs programs, FrozenDefinitions frozen) {
        this.programs = programs;
        this.frozen = frozen;
    }

    @Override
    public List<ContributedPage> of(PageAudience audience) {
        List<FrozenProgram> live = programs.live();
        byHash.keySet().retainAll(live.stream().map(FrozenProgram::hash).toList());
        return live.stream()
                .flatMap(program -> pagesOf(program).stream())
                .filter(page -> page.audience() == audience)
                .toList();
    }

    @Override
    public Optional<ContributedPage> find(String program, String page, PageAudience audience) {
        return programs.live(program).flatMap(running -> find(pagesOf(running), page, audience));
    }

    @Override
    public boolean wasThere(String program, String page, PageAudience audience) {
        return programs.known(program)
                .flatMap(known -> find(frozen.pages(known.hash()), page, audience))
                .isPresent();
    }

    private static Optional<ContributedPage> find(List<ContributedPage> pages, String id, PageAudience audience) {
        return pages.stream()
                .filter(page -> page.id().equals(id) && page.audience() == audience)
                .findFirst();
    }

    private List<ContributedPage> pagesOf(FrozenProgram program) {
        return byHash.computeIfAbsent(program.hash(), frozen::pages);
    }
}
