package gov.tianmu.engine.identity;

import java.util.Objects;

/**
 * An enterprise or institution as the district's single sign-on names it.
 *
 * @param uscc unified social credit code (GB 32100), the key of an organisation everywhere in the portal
 * @param name full registered name
 */
public record Organisation(String uscc, String name) {

    public Organisation {
        Objects.requireNonNull(uscc, "uscc");
        Objects.requireNonNull(name, "name");
        if (uscc.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("an organisation has a code and a name");
        }
    }
}
