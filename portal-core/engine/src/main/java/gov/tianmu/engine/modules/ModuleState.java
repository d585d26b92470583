package gov.tianmu.engine.modules;

import java.util.Locale;

/** Where a module stands. */
public enum ModuleState {
    /** It runs; what it defines is live. */
    ACTIVE,
    /** It is well-formed but something it requires is absent. It starts by itself when that arrives. */
    WAITING,
    /** The file in the folder is not acceptable; the reason says where and why. */
    REFUSED,
    /** It did run and its file is gone. */
    STOPPED;

    /** The name in the API and in message keys: lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
