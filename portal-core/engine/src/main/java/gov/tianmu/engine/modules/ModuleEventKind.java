package gov.tianmu.engine.modules;

import java.util.Locale;

/** What can happen to a module. */
public enum ModuleEventKind {
    /** It came for the first time, or came back, and runs. */
    STARTED,
    /** Another version took over. */
    UPDATED,
    /** A file was not accepted. */
    REFUSED,
    /** It waits for what it requires. */
    WAITING,
    /** Its file went away, or what it requires did. */
    STOPPED;

    /** The name in the API and in message keys: lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
