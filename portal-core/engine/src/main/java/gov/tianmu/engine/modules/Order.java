package gov.tianmu.engine.modules;

import gov.tianmu.engine.identity.Actor;
import gov.tianmu.spi.definition.Text;
import java.util.Objects;

/**
 * On whose behalf modules are changed in one step, for the history.
 *
 * @param account who gave it; {@code system} for what came by the folder
 * @param module the module it is about; empty for whatever the folder brings
 * @param words what was done, where the new state alone does not say it; may be empty
 * @param despiteCases whether a program starts although open cases do not fit its form: somebody saw the report
 * @param removes whether the module is to be gone from the console too
 */
record Order(String account, String module, Text words, boolean despiteCases, boolean removes) {

    /** Nobody's: what lies in the folder. */
    static final Order OF_THE_FOLDER = new Order(Actor.SYSTEM_ACCOUNT, "", Text.EMPTY, false, false);

    Order {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(module, "module");
        Objects.requireNonNull(words, "words");
    }

    static Order by(Actor actor, String module, Text words) {
        return new Order(actor.account(), module, words, false, false);
    }

    Order despiteCases(boolean accepted) {
        return new Order(account, module, words, accepted, removes);
    }

    Order toRemove() {
        return new Order(account, module, words, despiteCases, true);
    }

    boolean isAbout(String name) {
        return module.isEmpty() || module.equals(name);
    }

    boolean removes(String name) {
        return removes && module.equals(name);
    }
}
