package gov.tianmu.engine.identity;

import java.util.Locale;
import java.util.Optional;

/** What an account may be. The district's single sign-on says which, as group names in lower case. */
public enum Role {
    /** An enterprise or institution that applies. */
    APPLICANT,
    /** An officer of the bureau (经办人). */
    OFFICER,
    /** A member of a recognition committee's panel. */
    EXPERT,
    /** The leader in charge (分管领导). */
    LEADER,
    /** System administrator. */
    ADMIN,
    /** Security administrator (GB/T 22239: separate from the system's). */
    SECADMIN,
    /** Audit administrator. */
    AUDITOR;

    /** The name in claims and in the API: lower case. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> ofClaim(String claim) {
        for (Role role : values()) {
            if (role.claim().equals(claim)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
