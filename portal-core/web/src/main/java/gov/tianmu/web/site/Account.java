package gov.tianmu.web.site;

import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Organisation;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.web.display.Display;
import gov.tianmu.web.signin.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The account menu of the masthead: who is signed in, and where they may go. */
@Named
@RequestScoped
public class Account {

    @Inject
    private CurrentActor current;

    @Inject
    private Display display;

    /** One entry of the menu: the key of its text and its address. */
    public record Place(String label, String address) {}

    public boolean isSignedIn() {
        return actor().isSignedIn();
    }

    /** An applicant is called by the organisation they act for, everybody else by their own name. */
    public String getName() {
        Actor actor = actor();
        return actor.organisation().map(Organisation::name).orElse(actor.name());
    }

    public String getInitial() {
        String name = getName();
        return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1));
    }

    /** The person behind the name in the menu. */
    public String getAbout() {
        Actor actor = actor();
        return actor.name().isEmpty() ? actor.account() : actor.name();
    }

    public List<Place> getPlaces() {
        Actor actor = actor();
        List<Place> places = new ArrayList<>();
        if (actor.is(Role.APPLICANT)) {
            places.add(new Place("site.place.my", "/my"));
            places.add(new Place("site.place.inbox", "/my/messages"));
        }
        if (actor.hasAnyOf(Role.OFFICER, Role.LEADER)) {
            places.add(new Place("site.place.desk", "/desk"));
        }
        if (actor.is(Role.EXPERT)) {
            places.add(new Place("site.place.panel", "/panel"));
        }
        if (actor.hasAnyOf(Role.ADMIN, Role.SECADMIN, Role.AUDITOR)) {
            places.add(new Place("site.place.admin", "/admin"));
        }
        return places;
    }

    /** Where to sign in and come back from. */
    public String getSignIn() {
        return "/login?to=" + URLEncoder.encode(display.getAddress(), StandardCharsets.UTF_8);
    }

    public String getSignOut() {
        return "/logout";
    }

    private Actor actor() {
        return current.get();
    }
}
