package gov.tianmu.engine.programpage;

import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.engine.modules.ProgramUse;
import gov.tianmu.engine.modules.ProgramUses;
import gov.tianmu.engine.modules.isolation.CallKind;
import gov.tianmu.engine.modules.isolation.IsolationSettings;
import gov.tianmu.engine.modules.isolation.ModuleBreakers;
import gov.tianmu.engine.modules.isolation.ModuleCalls;
import gov.tianmu.engine.modules.isolation.ModuleThreads;
import gov.tianmu.engine.modules.isolation.PagePlaces;
import gov.tianmu.engine.modules.pages.ContributedPage;
import gov.tianmu.engine.modules.pages.ContributedPages;
import gov.tianmu.engine.modules.pages.PageAudience;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.UseCase;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/**
 * Opens a page that a program's module brings, for the audience it is for. Refused with {@code NOT_FOUND} where there is
 * no such page, {@code GONE} where its module has stopped, {@code UNAVAILABLE} where the module's pages are left alone
 * after failures ({@value #RESTING}, with the seconds until they are tried again) or are full ({@value #BUSY}).
 *
 * <p>Holds no transaction: the module is called in between, and may take its time.
 */
@ApplicationScoped
@UseCase(open = true, ownTransactions = true)
public class OpenProgramPage {

    /** The page's module has stopped. */
    public static final String STOPPED = "program-page.stopped";

    /** The module's pages failed too often and are left alone for a while. */
    public static final String RESTING = "program-page.resting";

    /** Too many are in the module's pages at the moment. */
    public static final String BUSY = "program-page.busy";

    @Inject
    private ModuleThreads threads;

    @Inject
    private ProgramUses uses;

    @Inject
    private ContributedPages pages;

    @Inject
    private PagePlaces places;

    @Inject
    private ModuleBreakers breakers;

    @Inject
    private OwnStandings standings;

    private ModuleCalls calls;

    @PostConstruct
    void prepare() {
        calls = new ModuleCalls(threads.executor(), IsolationSettings.USUAL, breakers);
    }

    /** A page for everybody. */
    public Outcome<OpenedPage> forPublic(Actor actor, PageAddress address) {
        return open(actor, address, PageAudience.PUBLIC);
    }

    /** A page for an applicant, about their own organisation. */
    @UseCase(by = Role.APPLICANT, ownTransactions = true)
    public Outcome<OpenedPage> forApplicant(Actor actor, PageAddress address) {
        return open(actor, address, PageAudience.APPLICANT);
    }

    /** A page for the bureau. */
    @UseCase(
            by = {Role.OFFICER, Role.LEADER},
            ownTransactions = true)
    public Outcome<OpenedPage> forOfficer(Actor actor, PageAddress address) {
        return open(actor, address, PageAudience.OFFICER);
    }

    /** A page for an expert. */
    @UseCase(by = Role.EXPERT, ownTransactions = true)
    public Outcome<OpenedPage> forExpert(Actor actor, PageAddress address) {
        return open(actor, address, PageAudience.EXPERT);
    }

    /** A page for an administrator. */
    @UseCase(
            by = {Role.ADMIN, Role.SECADMIN, Role.AUDITOR},
            ownTransactions = true)
    public Outcome<OpenedPage> forAdministrator(Actor actor, PageAddress address) {
        return open(actor, address, PageAudience.ADMIN);
    }

    private Outcome<OpenedPage> open(Actor actor, PageAddress address, PageAudience audience) {
        Optional<ProgramUse> use = uses.enter(address.program());
        if (use.isEmpty()) {
            return pages.wasThere(address.program(), address.page(), audience)
                    ? Outcome.refused(Refusal.Kind.GONE, STOPPED)
                    : Outcome.refused(Refusal.notFound());
        }
        boolean opened = false;
        try {
            Outcome<OpenedPage> outcome = open(actor, address, audience, use.get());
            opened = outcome.isDone();
            return outcome;
        } finally {
            if (!opened) {
                use.get().close();
            }
        }
    }

    private Outcome<OpenedPage> open(Actor actor, PageAddress address, PageAudience audience, ProgramUse use) {
        Optional<ContributedPage> page = pages.find(address.program(), address.page(), audience);
        if (page.isEmpty()) {
            return Outcome.refused(Refusal.notFound());
        }
        Optional<Duration> leftAlone =
                breakers.of(CallKind.PAGES, use.programId(), use.generation()).leftAlone();
        if (leftAlone.isPresent()) {
            return Outcome.refused(Refusal.Kind.UNAVAILABLE, RESTING, leftAlone.get().toSeconds() + 1);
        }
        Optional<PagePlaces.Place> place = places.enter(use.programId());
        if (place.isEmpty()) {
            return Outcome.refused(Refusal.Kind.UNAVAILABLE, BUSY);
        }
        return Outcome.done(new OpenedPage(
                page.get(), use, place.get(), calls, () -> standings.viewOf(actor, page.get(), address)));
    }
}
