package gov.tianmu.web.signin;

import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Organisation;
import gov.tianmu.engine.identity.Role;
import gov.tianmu.spi.value.Uscc;
import java.lang.Character.UnicodeScript;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads an {@link Actor} out of the realm's claims: {@code preferred_username}, {@code family_name} and
 * {@code given_name}, {@code groups} (role names), {@code uscc} and {@code org_name}. Claims the portal does not know
 * are passed over; an organisation whose code is no unified social credit code is none.
 */
final class ActorClaims {

    private ActorClaims() {}

    static Actor actor(Map<String, ?> claims) {
        String account = text(claims, "preferred_username");
        if (account.isEmpty()) {
            return Actor.visitor();
        }
        return new Actor(account, name(claims, account), roles(claims.get("groups")), organisation(claims));
    }

    private static Set<Role> roles(Object groups) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (groups instanceof Collection<?> names) {
            for (Object name : names) {
                Role.ofClaim(String.valueOf(name)).ifPresent(roles::add);
            }
        }
        return roles;
    }

    private static Optional<Organisation> organisation(Map<String, ?> claims) {
        String name = text(claims, "org_name");
        return name.isEmpty()
                ? Optional.empty()
                : Uscc.parse(text(claims, "uscc")).map(code -> new Organisation(code.value(), name));
    }

    /** Chinese names are written family name first and in one piece, others as the realm composes them. */
    private static String name(Map<String, ?> claims, String account) {
        String family = text(claims, "family_name");
        String given = text(claims, "given_name");
        boolean chinese = !family.isEmpty() && UnicodeScript.of(family.codePointAt(0)) == UnicodeScript.HAN;
        String name = chinese ? family + given : text(claims, "name");
        return name.isEmpty() ? account : name;
    }

    private static String text(Map<String, ?> claims, String claim) {
        Object value = claims.get(claim);
        return value == null ? "" : value.toString().strip();
    }
}
