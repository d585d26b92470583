package gov.tianmu.engine.modules;

import java.util.Locale;

/** What a module brings. */
public enum ModuleKind {
    /** A program (事项), by the manifest header {@code Tianmu-Program}. */
    PROGRAM("Tianmu-Program"),
    /** A notice (通知), by the manifest header {@code Tianmu-Notice}. */
    NOTICE("Tianmu-Notice");

    private final String header;

    ModuleKind(String header) {
        this.header = header;
    }

    /** The manifest header that marks such a module and names its definition file. */
    public String header() {
        return header;
    }

    /** The name in the API and in the archive: lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
