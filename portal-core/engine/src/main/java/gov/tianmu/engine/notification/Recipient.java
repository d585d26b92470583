package gov.tianmu.engine.notification;

import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.identity.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * Whose inbox: an organisation's (all its accounts read it), an account's, or that of everybody with a role.
 *
 * @param key {@code uscc:…}, {@code account:…} or {@code role:…}
 */
public record Recipient(String key) {

    public static Recipient organisation(String uscc) {
        return new Recipient("uscc:" + uscc);
    }

    public static Recipient account(String account) {
        return new Recipient("account:" + account);
    }

    public static Recipient role(Role role) {
        return new Recipient("role:" + role.claim());
    }

    /** The inboxes an actor reads. */
    static List<String> keysOf(Actor actor) {
        List<String> keys = new ArrayList<>();
        keys.add(account(actor.account()).key());
        if (actor.is(Role.APPLICANT)) {
            actor.organisation().ifPresent(o -> keys.add(organisation(o.uscc()).key()));
        }
        actor.roles().forEach(r -> keys.add(role(r).key()));
        return keys;
    }
}
