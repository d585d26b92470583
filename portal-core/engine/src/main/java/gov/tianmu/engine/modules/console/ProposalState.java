package gov.tianmu.engine.modules.console;

import java.util.Locale;

/** Where a proposal stands. */
public enum ProposalState {
    /** Its jar is kept aside, and somebody is to decide. */
    PROPOSED,
    /** Its jar went into the modules folder. */
    APPLIED,
    /** It was thrown away, by somebody or by a later one of the same module. */
    DISCARDED;

    /** The name in the API and in message keys: lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
