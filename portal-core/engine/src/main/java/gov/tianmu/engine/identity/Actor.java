package gov.tianmu.engine.identity;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks: an account of the district's single sign-on, with the roles and the organisation its claims give, or
 * nobody in particular (a visitor). Made anew for each request; never stored.
 *
 * @param account the account name, unique in the realm; empty for a visitor
 * @param name how the person is called on the screen
 * @param roles what the account may be
 * @param organisation the organisation the account acts for; always present for an applicant with complete claims
 * @param email where mail reaches the person, as the claims say
 */
public record Actor(
        String account, String name, Set<Role> roles, Optional<Organisation> organisation, Optional<String> email) {

    /** The portal itself: scheduled work, module changes. */
    public static final String SYSTEM_ACCOUNT = "system";

    public Actor {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(email, "email");
        roles = Set.copyOf(roles);
    }

    /** An actor whom no mail reaches. */
    public Actor(String account, String name, Set<Role> roles, Optional<Organisation> organisation) {
        this(account, name, roles, organisation, Optional.empty());
    }

    /** The portal itself. */
    public static Actor system() {
        return new Actor(SYSTEM_ACCOUNT, SYSTEM_ACCOUNT, Set.of(), Optional.empty());
    }

    /** Somebody who is not signed in. */
    public static Actor visitor() {
        return new Actor("", "", Set.of(), Optional.empty());
    }

    public boolean isSignedIn() {
        return !account.isEmpty();
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean hasAnyOf(Role... wanted) {
        for (Role role : wanted) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the actor acts for the organisation with this unified social credit code. */
    public boolean actsFor(String uscc) {
        return organisation.map(own -> own.uscc().equals(uscc)).orElse(false);
    }
}
