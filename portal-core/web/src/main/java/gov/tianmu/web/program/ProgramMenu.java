package gov.tianmu.web.program;

import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.modules.pages.ContributedPage;
import gov.tianmu.engine.modules.pages.ContributedPages;
import gov.tianmu.engine.modules.pages.PageAudience;
import gov.tianmu.web.display.Display;
import gov.tianmu.web.signin.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;

/** The pages of running programs in the navigation of their audiences. */
@Named("programMenu")
@RequestScoped
public class ProgramMenu {

    @Inject
    private ContributedPages pages;

    @Inject
    private CurrentActor current;

    @Inject
    private Display display;

    /** A link in a navigation; a page is the present one when its address is the navigation's section. */
    public record Entry(String title, String address) {}

    /** The public navigation's: pages for everybody, and an applicant's own. */
    public List<Entry> getSite() {
        List<Entry> entries = new ArrayList<>();
        if (current.get().is(Role.APPLICANT)) {
            entries.addAll(of(PageAudience.APPLICANT));
        }
        entries.addAll(of(PageAudience.PUBLIC));
        return entries;
    }

    public List<Entry> getOfficer() {
        return of(PageAudience.OFFICER);
    }

    public List<Entry> getExpert() {
        return of(PageAudience.EXPERT);
    }

    public List<Entry> getAdmin() {
        return of(PageAudience.ADMIN);
    }

    private List<Entry> of(PageAudience audience) {
        return pages.of(audience).stream().map(this::entry).toList();
    }

    private Entry entry(ContributedPage page) {
        return new Entry(page.title().in(display.getLocale()), Frame.addressOf(page));
    }
}
